"""Frames and fields of two kinds of ISO 8583:1987: packed decimals as UnionPay lays them, and plain ASCII."""

# number: (kind, length); kinds: n digits, r digits filled on the left, z track, a text, b bytes; "2"/"3" = digits of the length in front
PACKED = {
    2: ("n2", 19), 3: ("n", 6), 4: ("n", 12), 7: ("n", 10), 11: ("n", 6), 12: ("n", 6), 13: ("n", 4),
    14: ("n", 4), 15: ("n", 4), 22: ("n", 3), 23: ("r", 3), 25: ("n", 2), 26: ("n", 2),
    32: ("n2", 11), 35: ("z2", 37), 36: ("z3", 104), 37: ("a", 12), 38: ("a", 6), 39: ("a", 2),
    41: ("a", 8), 42: ("a", 15), 44: ("a2", 25), 48: ("n3", 322), 49: ("a", 3), 52: ("b", 8),
    53: ("n", 16), 54: ("a3", 20), 55: ("b3", 255), 60: ("n3", 30), 61: ("n3", 29), 62: ("b3", 999),
    63: ("a3", 999), 64: ("b", 8),
}
PLAIN = {
    **PACKED,
    48: ("a3", 999), 54: ("a3", 120), 60: ("a3", 999), 61: ("a3", 999), 70: ("n", 3), 90: ("n", 42),
    95: ("a", 42), 128: ("b", 8),
}


class Damaged(Exception):
    pass


class Reader:
    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, count):
        piece = self.data[self.at : self.at + count]
        if len(piece) != count:
            raise Damaged(f"ends inside a field, at {self.at}")
        self.at += count
        return piece


class Packed:
    """Digits two to a byte; odd counts are filled with 0, behind a length on the right."""

    def __init__(self, wide_pin=False):
        self.fields = {**PACKED, **({52: ("b", 16)} if wide_pin else {})}

    def read_bitmap(self, reader):
        return reader.take(8)

    def write_bitmap(self, bits):
        return bits

    def read_mti(self, reader):
        return reader.take(2).hex()

    def write_mti(self, mti):
        return bytes.fromhex(mti)

    def read(self, number, reader):
        kind, size = self.fields[number]
        if kind[1:]:
            count = int(reader.take(1 if kind[1] == "2" else 2).hex())
            if count > size:
                raise Damaged(f"field {number} is {count} long, {size} at most")
            size = count
        if kind[0] in "nrz":
            digits = reader.take((size + 1) // 2).hex().upper()
            if kind[0] == "r" and size % 2:
                return digits[1:]
            return digits[:size]
        data = reader.take(size)
        return data.decode("latin-1") if kind[0] == "a" else data

    def write(self, number, value):
        kind, size = self.fields[number]
        raw = value.encode("latin-1") if kind[0] == "a" else value
        front = b""
        if kind[1:]:
            front = bytes.fromhex(str(len(value)).rjust(2 if kind[1] == "2" else 4, "0"))
        elif len(value) != size:
            raise Damaged(f"field {number} wants {size}, not {len(value)}")
        if kind[0] in "nrz":
            filled = value.rjust(size + size % 2, "0") if kind[0] == "r" else value
            raw = bytes.fromhex(filled + ("0" if len(filled) % 2 else ""))
        return front + raw


class Plain:
    """Everything as text; bytes as hex, and lengths count characters."""

    def __init__(self, wide_pin=False):
        self.fields = {**PLAIN, **({52: ("b", 16)} if wide_pin else {})}

    def read_bitmap(self, reader):
        return bytes.fromhex(reader.take(16).decode())

    def write_bitmap(self, bits):
        return bits.hex().upper().encode()

    def read_mti(self, reader):
        return reader.take(4).decode()

    def write_mti(self, mti):
        return mti.encode()

    def read(self, number, reader):
        kind, size = self.fields[number]
        if kind[1:]:
            count = int(reader.take(int(kind[1])).decode())
            if count > size * (2 if kind[0] == "b" else 1):
                raise Damaged(f"field {number} is {count} long, {size} at most")
            size = count
        if kind[0] == "b":
            return bytes.fromhex(reader.take(size if kind[1:] else 2 * size).decode())
        return reader.take(size).decode("latin-1")

    def write(self, number, value):
        kind, size = self.fields[number]
        text = value.hex().upper() if kind[0] == "b" else value
        front = str(len(text)).rjust(int(kind[1]), "0") if kind[1:] else ""
        return (front + text).encode("latin-1")


def unpack(dialect, body):
    """Message type, fields, and where the MAC field begins."""
    reader = Reader(body)
    mti = dialect.read_mti(reader)
    bits = dialect.read_bitmap(reader)
    if bits[0] & 0x80:
        bits += dialect.read_bitmap(reader)
    numbers = [i + 1 for i in range(len(bits) * 8) if bits[i // 8] >> (7 - i % 8) & 1 and i]
    fields, mac_at = {}, len(body)
    for number in numbers:
        if number not in dialect.fields:
            raise Damaged(f"field {number} has no place in this protocol")
        if number in (64, 128):
            mac_at = reader.at
        fields[number] = dialect.read(number, reader)
    if reader.at != len(body):
        raise Damaged(f"{len(body) - reader.at} bytes behind the last field")
    return mti, fields, mac_at


def pack(dialect, mti, fields):
    """The message; the MAC field, if it is in, stands last."""
    numbers = sorted(fields)
    bits = bytearray(16 if numbers and numbers[-1] > 64 else 8)
    for number in numbers:
        bits[(number - 1) // 8] |= 0x80 >> (number - 1) % 8
    if len(bits) == 16:
        bits[0] |= 0x80
    bitmap = b"".join(dialect.write_bitmap(bytes(bits[i : i + 8])) for i in range(0, len(bits), 8))
    return dialect.write_mti(mti) + bitmap + b"".join(
        dialect.write(number, fields[number]) for number in numbers
    )


def read_tlv(data, what="field 55"):
    """Objects of one level, in order; a tag that comes twice is damage."""
    found, at = {}, 0
    while at < len(data):
        start = at
        at += 1
        if data[start] & 0x1F == 0x1F:
            while at < len(data) and data[at] & 0x80:
                at += 1
            at += 1
        tag = data[start:at].hex().upper()
        if at >= len(data):
            raise Damaged(f"{what}: {tag} has no length")
        length = data[at]
        at += 1
        if length & 0x80:
            more = length & 0x7F
            length = int.from_bytes(data[at : at + more], "big")
            at += more
        value = data[at : at + length]
        if len(value) != length:
            raise Damaged(f"{what}: {tag} ends early")
        if tag in found:
            raise Damaged(f"{what}: {tag} stands twice")
        found[tag] = value
        at += length
    return found


def write_tlv(objects):
    out = b""
    for tag, value in objects:
        length = bytes([len(value)]) if len(value) < 128 else bytes([0x81, len(value)])
        if len(value) > 255:
            length = b"\x82" + len(value).to_bytes(2, "big")
        out += bytes.fromhex(tag) + length + value
    return out
