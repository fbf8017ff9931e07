"""What a terminal fetches: parameters, keys of the card schemes, applications; by list and one by one."""

import hashlib

from wire import Damaged, read_tlv, write_tlv


def _key():
    rid, index, exponent = bytes.fromhex("A000000333"), b"\xe1", b"\x03"
    modulus = bytes([0xC1]) + bytes((7 * i + 13) % 256 for i in range(126)) + b"\x0b"
    check = hashlib.sha1(rid + index + modulus + exponent).digest()
    return [("9F06", rid), ("9F22", index), ("DF05", b"20351231"), ("DF06", b"\1"), ("DF07", b"\1"),
            ("DF02", modulus), ("DF04", exponent), ("DF03", check)]


def _application():
    hexes = {"9F06": "A000000333010109", "DF01": "00", "9F08": "0020", "DF11": "D84000A800", "DF12": "D84004F800",
             "DF13": "0010000000", "9F1B": "00000000", "DF15": "00000000", "DF16": "00", "DF17": "00", "DF14": "9F3704",
             "DF18": "01", "9F7B": "000000000000", "DF19": "000000000000", "DF20": "000000000000", "DF21": "000000000000"}
    return [(tag, bytes.fromhex(value)) for tag, value in hexes.items()]


PARAMETERS = [("DF20", b"\0\7"), ("DF25", b"\1\x10")]


class Tables:
    """The first byte of field 62 in an answer: 0 nothing, 1 all of it, 2 more follows, 3 the last of several."""

    def answer(self, kind, asked):
        if kind == "askKeys":
            return b"1" + write_tlv([o for o in _key() if o[0] in ("9F06", "9F22", "DF05")])
        if kind == "askApplications":
            return b"1" + write_tlv([("9F06", bytes.fromhex("A000000333010109"))])
        if kind in ("keys", "applications"):
            return self.one(kind, asked)
        if kind in ("askParameters", "parameters"):
            return b"1" + write_tlv(PARAMETERS)
        return None

    def one(self, kind, asked):
        try:
            names = read_tlv(asked or b"", "field 62")
        except Damaged as damage:
            return str(damage)
        wanted = _key() if kind == "keys" else _application()
        name = {tag: value for tag, value in wanted if tag in names}
        if name != names or "9F06" not in names:
            return f"asks for {({t: v.hex() for t, v in names.items()})}"
        return b"1" + write_tlv(wanted)
