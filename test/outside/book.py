"""The ledger of this bank: holds, charges, what was undone, totals of a batch."""

CHARGES = ("completion", "completionAdvice", "offlineSale")


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

    def book(self, key, kind, hold, amount, rrn, pan="", gives_back=None):
        self.done[key] = {"kind": kind, "hold": hold, "amount": amount, "before": dict(hold) if hold else None,
                          "rrn": rrn, "pan": hold["pan"] if hold else pan, "gives_back": gives_back, "undone": False}

    def change(self, key, kind, hold, moved, rrn, gives_back=None, **changes):
        self.book(key, kind, hold, moved, rrn, gives_back=gives_back)
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
        """Debit amount, count, credit amount, count of a batch; domestic cards, then the others. What was charged
        and given back within the batch is on neither side."""
        halves = [[0, 0, 0, 0], [0, 0, 0, 0]]
        given_back = [e for e in self.done.values() if e["kind"] == "completionVoid" and not e["undone"]]
        for (of, number, _), entry in self.done.items():
            if (of, number) != (terminal, batch) or entry["undone"] or entry["kind"] not in CHARGES:
                continue
            if any(e["gives_back"] == entry["rrn"] for e in given_back):
                continue
            half = halves[0 if entry["pan"].startswith(("62", "81")) else 1]
            half[0] += entry["amount"]
            half[1] += 1
        return halves

    def view(self):
        holds = [{**{k: v for k, v in hold.items() if k != "pan"}, "last4": hold["pan"][-4:]} for hold in self.holds]
        rows = [{"terminal": t, "batch": b, "stan": s, "kind": e["kind"], "amount": e["amount"], "undone": e["undone"]}
                for (t, b, s), e in self.done.items()]
        return {"holds": holds, "transactions": rows, "uploads": self.uploads}
