"""What every message of a terminal must carry, as a bank reads it; each departure is a complaint."""

from wire import Damaged, read_tlv

# kind: (MTI, F3, F25, F60.1); the management kinds are told by F60.3 or F70
TRANSACTIONS = {
    "preauth": ("0100", "030000", "06", "10"),
    "increment": ("0100", "030000", "60", "10"),
    "cancellation": ("0100", "200000", "06", "11"),
    "cardAbsent": ("0100", "030000", "18", "10"),
    "completion": ("0200", "000000", "06", "20"),
    "completionVoid": ("0200", "200000", "06", "21"),
    "completionAdvice": ("0220", "000000", "06", "24"),
    "offlineSale": ("0220", "000000", "00", "30"),
}
MANAGEMENT = {
    ("0800", "001"): "signIn", ("0800", "003"): "signIn", ("0800", "004"): "signIn",
    ("0800", "005"): "signIn", ("0820", "002"): "signOff", ("0820", "301"): "echo",
    ("0820", "362"): "askParameters", ("0800", "360"): "parameters", ("0800", "361"): "endParameters",
    ("0820", "372"): "askKeys", ("0800", "370"): "keys", ("0800", "371"): "endKeys",
    ("0820", "382"): "askApplications", ("0800", "380"): "applications", ("0800", "381"): "endApplications",
    ("0820", "360"): "parameters", ("0820", "361"): "endParameters",
    ("0500", "201"): "settlement", ("0320", "201"): "uploadStripe", ("0320", "203"): "uploadChip",
    ("0320", "205"): "uploadChip", ("0320", "204"): "uploadFailed", ("0320", "206"): "uploadFailed",
    ("0320", "207"): "uploadEnd", ("0320", "202"): "uploadEnd", ("0620", "951"): "scriptReport",
}
ADVICES = {"completionAdvice", "offlineSale"}
OF_AN_ORIGINAL = {"increment", "cancellation", "completion", "completionVoid", "completionAdvice"}
CHIP_MUST = "9F26 9F27 9F10 9F37 9F36 95 9A 9C 9F02 5F2A 82 9F1A 9F03 9F33".split()
CHIP_MAY = "9F34 9F35 9F1E 84 9F09 9F41".split()
SECRET_TAGS = "57 5A 5F20 9F1F 9F20 56".split()


def kind_of(mti, fields, packed):
    if mti == "0400":
        return "reversal"
    network = fields.get(60, "")[8:11] if packed else fields.get(70, "")
    if (mti, network) in MANAGEMENT:
        return MANAGEMENT[(mti, network)]
    for kind, (its, processing, condition, function) in TRANSACTIONS.items():
        fits = (mti, fields.get(3), fields.get(25)) == (its, processing, condition)
        if fits and (not packed or fields.get(60, "")[:2] == function):
            return kind
    return None


def digits_only(fields):
    wrong = [number for number in (2, 3, 4, 11, 14, 22, 23, 25) if number in fields and not fields[number].isdigit()]
    return [f"field {number} holds more than digits" for number in wrong]


def luhn(pan):
    total = 0
    for place, digit in enumerate(reversed(pan)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def of_any(fields):
    found = [f"field {number} is missing" for number in (11, 41, 42) if number not in fields]
    if fields.get(11) == "000000":
        found.append("trace number 000000")
    return found + digits_only(fields)


def of_transaction(kind, fields, packed):
    found = [f"field {n} is missing" for n in (3, 4, 22, 25, 49) if n not in fields]
    if found:
        return found
    mode, way, pin = fields[22], fields[22][:2], fields[22][2]
    if fields[49] != "156":
        found.append(f"currency {fields[49]}")
    if way not in ("01", "02", "05", "07"):
        found.append(f"entry mode {mode}")
    if pin not in "12" or (pin == "1") != (52 in fields):
        found.append(f"entry mode {mode} {'with' if 52 in fields else 'without'} a PIN block")
    if 52 in fields and (26 not in fields or fields.get(53, "")[:1] != "2"):
        found.append("a PIN block without fields 26 and 53")
    if 52 not in fields and 26 in fields:
        found.append("field 26 without a PIN block")
    if kind in ADVICES and 52 in fields:
        found.append("a PIN in an advice")
    if way == "01" and (35 in fields or 55 in fields):
        found.append("a keyed number with a track or with chip data")
    if way == "01" and (2 not in fields or 14 not in fields):
        found.append("a keyed number without fields 2 and 14")
    if way == "02" and 35 not in fields:
        found.append("a swipe without track 2")
    if kind == "preauth" and way == "01":
        found.append("a keyed number in an ordinary pre-authorisation")
    if kind == "preauth" and way == "05" and not {23, 35, 55} <= set(fields):
        found.append("a chip without fields 23, 35 and 55")
    if kind in OF_AN_ORIGINAL and 38 not in fields:
        found.append("no authorisation code of the original")
    if kind == "completionVoid" and 37 not in fields:
        found.append("a void without the reference number of the completion")
    if packed:
        found += of_private(kind, fields)
    return found


def of_private(kind, fields):
    own = fields.get(60, "")
    found = []
    if len(own) < 11 or not own.isdigit():
        found.append(f"field 60 is {own!r}")
    if kind in OF_AN_ORIGINAL and kind != "increment":
        original = fields.get(61, "")
        if len(original) < 16 or not original.isdigit():
            found.append(f"field 61 is {original!r}")
    return found


def of_reversal(fields, packed):
    found = [f"a reversal with field {n}" for n in (26, 35, 36, 45, 52) if n in fields]
    found += [f"a reversal without field {n}" for n in (3, 4, 22, 25, 39, 49) if n not in fields]
    if fields.get(39) not in ("98", "A0", "06", "96"):
        found.append(f"a reversal for {fields.get(39)}")
    if packed and len(fields.get(61, "")) < 12:
        found.append("a reversal without its original in field 61")
    if not packed and 90 not in fields:
        found.append("a reversal without its original in field 90")
    return found


def of_chip(fields):
    """Complaints about field 55 of a request, and its objects."""
    try:
        objects = read_tlv(fields[55])
    except Damaged as damage:
        return [str(damage)], {}
    found = [f"field 55 lacks {tag}" for tag in CHIP_MUST if tag not in objects]
    found += [f"field 55 carries {tag}" for tag in objects if tag in SECRET_TAGS]
    found += [f"field 55 carries {tag}, which nobody asked for" for tag in objects
              if tag not in CHIP_MUST + CHIP_MAY + SECRET_TAGS]
    if objects.get("9F02", b"").hex() != fields[4]:
        found.append("the chip signed another amount than field 4")
    if objects.get("5F2A", b"").hex() != "0" + fields[49]:
        found.append("the chip signed another currency")
    if objects.get("9F27", b"\0")[0] & 0xC0 != 0x80:
        found.append("no request cryptogram")
    if 13 in fields and objects.get("9A", b"").hex()[2:] != fields[13]:
        found.append("the chip signed another date than field 13")
    return found, objects
