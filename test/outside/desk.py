"""The bank's decisions: a request that was understood goes in, the fields of the answer come out."""

import datetime
import os

import chip
import rules
from book import Book
from ciphers import MACS, Des, Sm4, check_value, pin_of, track_of
from tables import Tables
from wire import read_tlv, write_tlv

PIN = "123456"
MODES = {"001": (8, 2), "003": (16, 2), "004": (16, 3), "005": (16, 2)}
UNSIGNED = {"signIn", "signOff", "echo", "settlement", "uploadStripe", "uploadChip", "uploadFailed", "uploadEnd",
            "askParameters", "parameters", "endParameters", "askKeys", "keys", "endKeys",
            "askApplications", "applications", "endApplications"}
COPIED = (2, 3, 4, 11, 14, 23, 25, 41, 42, 49)


def shanghai():
    return datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=8)))


class Desk:
    def __init__(self, options, issuers):
        self.packed = options.dialect == "unionpay-bcd"
        self.master = bytes.fromhex(options.tmk)
        self.mac = MACS[options.mac]
        self.mode = options.mode
        self.percent = 115
        self.spoilt_sign_ins = options.spoilt_sign_ins
        self.issuers = issuers
        self.book = Book()
        self.tables = Tables()
        self.keys = {}
        self.complaints = []
        self.seen = []
        self.orders = []
        self.answered = {}

    # -- what the test asks for -------------------------------------------------------------

    def order_for(self, kind):
        for order in self.orders:
            if order.get("kind") in (None, kind) and order.get("times", 1) > 0:
                order["times"] = order.get("times", 1) - 1
                return order
        return {}

    def complain(self, kind, stan, texts):
        self.complaints += [f"{kind} {stan}: {text}" for text in texts]

    # -- one message ------------------------------------------------------------------------

    def cipher(self, terminal):
        return Sm4 if self.keys.get(terminal, {}).get("mode", self.mode) == "005" else Des

    def code_of(self, fields, body):
        """The MAC over a message up to its last field."""
        terminal = fields[41]
        return self.mac(self.cipher(terminal), self.keys[terminal]["mac"], body)

    def answer(self, mti, fields, body, mac_at):
        """(kind, order, fields of the answer or None, whether it is signed)."""
        kind = rules.kind_of(mti, fields, self.packed)
        if kind is None:
            shown = {n: v for n, v in fields.items() if n in (3, 25, 60, 70)}
            self.complain(mti, fields.get(11), [f"no such transaction: {shown}"])
            return "unknown", {}, self.reply(fields, "12"), False
        stan, terminal = fields.get(11), fields.get(41, "")
        self.seen.append({"kind": kind, "mti": mti, "fields": sorted(fields), "stan": stan, "reason": fields.get(39),
                          "function": fields.get(60) if self.packed else fields.get(70), "mode": fields.get(22)})
        self.complain(kind, stan, rules.of_any(fields))
        same = (terminal, self.batch(fields), stan, kind)
        if kind in UNSIGNED:
            self.complain(kind, stan, ["a MAC where none belongs"] if {64, 128} & set(fields) else [])
            order = self.order_for(kind)
            if kind.startswith("upload") and same in self.answered:
                return kind, order, self.answered[same], False
            reply, signed = self.manage(kind, fields)
            self.answered[same] = reply
            return kind, order, reply, signed
        if terminal not in self.keys:
            return kind, {}, self.reply(fields, "C1"), False
        given = fields.get(64, fields.get(128, b""))
        if given != self.code_of(fields, body[:mac_at]):
            self.complain(kind, stan, [f"wrong MAC {given!r}"])
            return kind, {}, self.reply(fields, "A0"), False
        order = self.order_for(kind)
        if same in self.answered:
            return kind, order, self.answered[same], True
        if order.get("silent") == "before":
            return kind, order, None, True
        reply = self.transact(kind, fields, order)
        self.answered[same] = reply
        return kind, order, reply, True

    def batch(self, fields):
        return fields.get(60, "")[2:8] if self.packed else fields.get(60, "")[:6]

    def reply(self, fields, code, **more):
        now = shanghai()
        out = {n: fields[n] for n in COPIED if n in fields}
        out.update({12: now.strftime("%H%M%S"), 13: now.strftime("%m%d"), 39: code})
        out[37] = more.pop("rrn", fields.get(37, f"{self.book.next_number():012d}"))
        if self.packed and 60 in fields:
            out[60] = fields[60]
        if not self.packed and 70 in fields:
            out[70] = fields[70]
        out.update({int(name[1:]): value for name, value in more.items()})
        return out

    # -- money ------------------------------------------------------------------------------

    def transact(self, kind, fields, order):
        self.complain(kind, fields[11], rules.of_reversal(fields, self.packed) if kind == "reversal"
                      else [] if kind == "scriptReport" else rules.of_transaction(kind, fields, self.packed))
        if kind == "reversal":
            return self.reverse(fields)
        if kind == "scriptReport":
            results = read_tlv(fields.get(55, b"")).get("DF31", b"")
            self.seen[-1]["script"] = results.hex()
            return self.reply(fields, "00" if results else "30")
        pan, refusal = self.cardholder(kind, fields)
        if pan is None:
            return self.reply(fields, refusal)
        key = (fields[41], self.batch(fields), fields[11])
        if key in self.book.undone:
            return self.reply(fields, "22")
        if "code" in order:
            return self.reply(fields, order["code"])
        reply = getattr(self, kind)(key, pan, fields, order)
        if 55 in fields and reply[39] in ("00", "10", "11"):
            self.prove(pan, fields, reply, order)
        return reply

    def cardholder(self, kind, fields):
        """The number, when card, PIN and cryptogram are right; else None and the answer code."""
        track = fields.get(35)
        keys = self.keys[fields[41]]
        if track is not None and "track" in keys:
            if fields.get(53, "   ")[2:3] != "1":
                self.complain(kind, fields[11], ["a track in clear, with a track key loaded"])
                return None, "30"
            track = track_of(keys["track"], track)
        pan = (track or fields.get(2, "")).replace("=", "D").split("D")[0]
        if not pan.isdigit() or not rules.luhn(pan):
            self.complain(kind, fields[11], ["no card number that passes its check"])
            return None, "14"
        if track and 2 in fields and fields[2] != pan:
            self.complain(kind, fields[11], ["fields 2 and 35 name different cards"])
            return None, "14"
        if 52 in fields:
            pin = pin_of(self.cipher(fields[41]), keys["pin"], fields[52], pan)
            if pin != PIN:
                self.complain(kind, fields[11], [] if pin else ["field 52 is no PIN block of this card"])
                return None, "55"
        if 55 in fields:
            found, tlv = rules.of_chip(fields)
            self.complain(kind, fields[11], found)
            if not found and not self.genuine(pan, fields, tlv):
                self.complain(kind, fields[11], ["a cryptogram that the card cannot have made"])
        return pan, "00"

    def session(self, pan, fields, counter, which="applicationCryptogram"):
        issuer = {"622200": "jiangcheng", "622202": "jiangcheng", "622210": "nanwan", "622220": "yunling"}.get(pan[:6])
        if issuer is None:
            return None
        return chip.session_key(self.issuers[issuer][which], pan, fields.get(23, "000"), counter)

    def genuine(self, pan, fields, tlv):
        key = self.session(pan, fields, tlv["9F36"])
        return key is None or chip.right_cryptogram(key, tlv)

    def prove(self, pan, fields, reply, order):
        tlv = read_tlv(fields[55])
        key = self.session(pan, fields, tlv["9F36"])
        if key is None:
            return
        objects = [("91", chip.proof(key, tlv["9F26"], reply[39]))]
        if order.get("script"):
            own = self.session(pan, fields, tlv["9F36"], "scriptIntegrity")
            command = chip.signed_command(own, bytes.fromhex(order["script"]), tlv["9F36"], tlv["9F26"])
            objects.append(("72", write_tlv([("9F18", b"\0\0\0\1"), ("86", command)])))
        reply[55] = write_tlv(objects)

    def preauth(self, key, pan, fields, order):
        amount = order.get("partial", int(fields[4]))
        code, rrn = f"P{self.book.next_number():05d}", f"{self.book.next_number():012d}"
        self.book.open(key, pan, amount, code, rrn)
        reply = self.reply(fields, "10" if "partial" in order else "00", rrn=rrn, f38=code)
        reply[4] = f"{amount:012d}"
        return reply

    cardAbsent = preauth

    def original(self, pan, fields, states):
        hold = self.book.hold_of(pan, fields.get(38))
        if hold is None or hold["state"] not in states:
            return None
        at = fields.get(61, "") if self.packed else fields.get(90, "")[4:10]
        stan = at[6:12] if self.packed else at
        if at and "completed" not in states and stan != hold["stan"]:
            self.complain("original", fields[11], [f"trace {stan} is not that of the hold, {hold['stan']}"])
            return None
        return hold

    def increment(self, key, pan, fields, order):
        hold = self.book.hold_of(pan, fields.get(38))
        if hold is None or hold["state"] != "held":
            return self.reply(fields, "25")
        total = hold["amount"] + int(fields[4])
        rrn = f"{self.book.next_number():012d}"
        self.book.change(key, "increment", hold, int(fields[4]), rrn, amount=total)
        return self.reply(fields, "00", rrn=rrn, f38=hold["code"], f54=f"0002156C{total:012d}")

    def cancellation(self, key, pan, fields, order):
        hold = self.original(pan, fields, ["held"])
        if hold is None:
            return self.reply(fields, "25")
        if int(fields[4]) != hold["amount"]:
            self.complain("cancellation", fields[11], [f"of {fields[4]}, the hold is {hold['amount']}"])
            return self.reply(fields, "64")
        rrn = f"{self.book.next_number():012d}"
        self.book.change(key, "cancellation", hold, hold["amount"], rrn, state="cancelled")
        return self.reply(fields, "00", rrn=rrn, f38=hold["code"])

    def completion(self, key, pan, fields, order, kind="completion"):
        hold = self.original(pan, fields, ["held"])
        amount = int(fields[4])
        if hold is None:
            return self.reply(fields, "25")
        if amount * 100 > hold["amount"] * self.percent:
            self.complain(kind, fields[11], [f"{amount} is more than the limit of {hold['amount']}"])
            return self.reply(fields, "61")
        rrn = f"{self.book.next_number():012d}"
        self.book.change(key, kind, hold, amount, rrn, state="completed", completed=amount)
        return self.reply(fields, "00", rrn=rrn, f38=hold["code"])

    def completionAdvice(self, key, pan, fields, order):
        return self.completion(key, pan, fields, order, "completionAdvice")

    def completionVoid(self, key, pan, fields, order):
        hold = self.original(pan, fields, ["completed"])
        charge = next((e for e in self.book.done.values() if e["rrn"] == fields.get(37)), None)
        if hold is None or charge is None or charge["hold"] is not hold or charge["kind"] != "completion":
            return self.reply(fields, "25")
        if int(fields[4]) != charge["amount"]:
            self.complain("completionVoid", fields[11], ["of another amount"])
            return self.reply(fields, "64")
        rrn = f"{self.book.next_number():012d}"
        self.book.change(key, "completionVoid", hold, charge["amount"], rrn, gives_back=charge["rrn"],
                         state="held", completed=0)
        return self.reply(fields, "00", rrn=rrn, f38=hold["code"])

    def offlineSale(self, key, pan, fields, order):
        if len(fields.get(38, "")) != 6:
            self.complain("offlineSale", fields[11], ["without the code that was given by telephone"])
        rrn = f"{self.book.next_number():012d}"
        self.book.book(key, "offlineSale", None, int(fields[4]), rrn, pan)
        return self.reply(fields, "00", rrn=rrn, f38=fields.get(38, "000000"))

    def reverse(self, fields):
        """By the trace number, which is that of the original; field 61 may name what the original named."""
        at = fields.get(61, "") if self.packed else fields.get(90, "")
        batch, stan = (at[:6], at[6:12]) if self.packed else (self.batch(fields), at[4:10])
        if self.packed:
            hold = self.book.done.get((fields[41], batch, fields[11]), {}).get("hold")
            known = [of[2] for of, entry in self.book.done.items() if hold is not None and entry["hold"] is hold]
            if stan not in (fields[11], *known):
                self.complain("reversal", fields[11], [f"field 61 names the trace {stan}"])
            stan = fields[11]
        found = self.book.undo((fields[41], self.batch(fields), stan))
        return self.reply(fields, "00" if found else "25")

    # -- keys, tables, batches --------------------------------------------------------------

    def manage(self, kind, fields):
        if kind == "signIn":
            return self.sign_in(fields), False
        if kind == "signOff":
            self.keys.pop(fields[41], None)
        if kind == "settlement":
            return self.settle(fields), False
        if kind.startswith("upload"):
            return self.upload(kind, fields), False
        table = self.tables.answer(kind, fields.get(62))
        if isinstance(table, str):
            self.complain(kind, fields[11], [table])
            return self.reply(fields, "30"), False
        more = {} if table is None else {"f62": table}
        return self.reply(fields, "00", **more), False

    def sign_in(self, fields):
        asked = fields[60][8:11] if self.packed else self.mode
        if asked != self.mode:
            self.complain("signIn", fields[11], [f"asks for keys of kind {asked}"])
            return self.reply(fields, "30")
        size, count = MODES[asked]
        cipher = Sm4 if asked == "005" else Des
        keys = [os.urandom(size) for _ in range(count)]
        self.keys[fields[41]] = {**dict(zip(("pin", "mac", "track"), keys)), "mode": asked}
        out = b""
        for key in keys:
            value = check_value(cipher, key)
            out += cipher.encrypt(self.master, key) + (bytes(4) if self.spoilt_sign_ins > 0 else value)
        self.spoilt_sign_ins -= 1
        return self.reply(fields, "00", f62=out)

    def settle(self, fields):
        terminal, batch = fields[41], self.batch(fields)
        text = fields.get(48, "")
        if len(text) != 62 or not text.isdigit():
            self.complain("settlement", fields[11], [f"field 48 is {text!r}"])
            return self.reply(fields, "30")
        own = self.book.totals(terminal, batch)
        cuts = [(0, 12), (12, 15), (15, 27), (27, 30)]
        said = [[int(text[start + a : start + b]) for a, b in cuts] for start in (0, 31)]
        if said != own:
            self.complain("settlement", fields[11], [f"the terminal says {said}, the book {own}"])
        order = self.order_for("totals")
        flags = "2" if said != own or order else "1"
        self.book.uploads[batch] = {"flag": flags, "stripe": [], "chip": [], "failed": [], "end": None}
        return self.reply(fields, "00", f48=text[:30] + flags + text[31:61] + ("1" if flags == "1" else "2"))

    def upload(self, kind, fields):
        bag = self.book.uploads.setdefault(self.batch(fields), {"stripe": [], "chip": [], "failed": [], "end": None})
        text = fields.get(48, "")
        if kind == "uploadStripe":
            count = int(text[:2] or 0)
            records = [text[2 + 40 * i : 42 + 40 * i] for i in range(count)]
            wrong = count > 8 or len(text) != 2 + 40 * count
            self.complain(kind, fields[11], [f"{count} records in {len(text)} digits"] if wrong else [])
            bag["stripe"] += [{"foreign": r[:2] == "01", "stan": r[2:8], "last4": r[24:28], "amount": int(r[28:40] or 0)} for r in records]
        elif kind == "uploadEnd":
            sent = len(bag["stripe"]) + len(bag["chip"]) + len(bag["failed"])
            bag["end"] = {"count": int(text or 0), "sent": sent, "function": fields[60][8:11]}
            if int(text or 0) != sent:
                return self.reply(fields, "95")
        else:
            objects = read_tlv(fields.get(55, b""))
            self.complain(kind, fields[11], [f"an upload without {t}" for t in ("9F26", "95", "9F36") if t not in objects])
            bag["chip" if kind == "uploadChip" else "failed"].append(
                {"stan": fields[11], "last4": fields.get(2, "")[-4:], "amount": int(fields.get(4, "0")),
                 "function": fields[60][8:11], "tags": sorted(objects)})
        return self.reply(fields, "00")
