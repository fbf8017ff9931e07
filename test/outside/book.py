"""The ledger of this bank: holds, charges, what was undone, totals of a batch."""


class Book:
    def __init__(self):
        self.holds = []
        self.done = {}  # (terminal, batch, stan) → what was booked
        self.undone = set()
        self.uploads = {}
        self.number = 0

    def next_number(self):
        self.number += 1
        return self.number

    def hold_of(self, pan, code):
        return next((h for h in self.holds if h["pan"] == pan and h["code"] == code), None)

    def open(self, key, pan, amount, code, rrn):
        hold = {"pan": pan, "code": code, "rrn": rrn, "stan": key[2], "terminal": key[0], "batch": key[1],
                "amount": amount, "completed": 0, "state": "held"}
        self.holds.append(hold)
        self.book(key, "preauth", hold, amount, rrn)
        return hold

    def book(self, key, kind, hold, amount, rrn=""):
        before = dict(hold) if hold else None
        self.done[key] = {"kind": kind, "hold": hold, "amount": amount, "before": before, "rrn": rrn, "undone": False}

    def change(self, key, kind, hold, moved, rrn, **changes):
        self.book(key, kind, hold, moved, rrn)
        hold.update(changes)

    def undo(self, key):
        """True when it was booked; an undone original is never booked later."""
        self.undone.add(key)
        entry = self.done.get(key)
        if entry is None or entry["undone"]:
            return False
        entry["undone"] = True
        if entry["kind"] == "preauth":
            entry["hold"]["state"] = "reversed"
        elif entry["hold"] is not None:
            entry["hold"].update({k: entry["before"][k] for k in ("amount", "completed", "state")})
        return True

    def totals(self, terminal, batch):
        """Debit and credit of a batch: amount, count."""
        sums = {"debit": [0, 0], "credit": [0, 0]}
        side = {"completion": "debit", "completionAdvice": "debit", "offlineSale": "debit", "completionVoid": "credit"}
        for (of, number, _), entry in self.done.items():
            if (of, number) == (terminal, batch) and entry["kind"] in side and not entry["undone"]:
                total = sums[side[entry["kind"]]]
                total[0] += entry["amount"]
                total[1] += 1
        return sums

    def view(self):
        holds = [{**{k: v for k, v in hold.items() if k != "pan"}, "last4": hold["pan"][-4:]} for hold in self.holds]
        rows = [{"terminal": t, "batch": b, "stan": s, "kind": e["kind"], "amount": e["amount"], "undone": e["undone"]}
                for (t, b, s), e in self.done.items()]
        return {"holds": holds, "transactions": rows, "uploads": self.uploads}
