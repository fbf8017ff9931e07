"""The issuer behind the bank: cryptograms of cards checked, the bank proved, scripts signed."""

import json

from ciphers import Des, retail_mac, xor


def load_issuers(path):
    with open(path, encoding="utf-8") as file:
        issuers = json.load(file)["issuers"]
    return {issuer["id"]: {name: bytes.fromhex(key) for name, key in issuer["masterKeys"].items()} for issuer in issuers}


def _card_key(master, pan, sequence):
    row = (pan + sequence[-2:])[-16:].rjust(16, "0")
    half = bytes.fromhex(row)
    return Des.encrypt(master, half) + Des.encrypt(master, xor(half, b"\xff" * 8))


def session_key(master, pan, sequence, counter):
    key = _card_key(master, pan, sequence)
    return Des.encrypt(key, bytes(6) + counter) + Des.encrypt(key, bytes(6) + xor(counter, b"\xff\xff"))


def verification_results(issuer_data):
    """9F10: length, key index, cryptogram version, then the results with their own length."""
    return issuer_data[3 : 4 + issuer_data[3]]


def right_cryptogram(key, tlv):
    parts = ["9F02", "9F03", "9F1A", "95", "5F2A", "9A", "9C", "9F37", "82", "9F36"]
    data = b"".join(tlv[tag] for tag in parts) + verification_results(tlv["9F10"])
    return retail_mac(key, data) == tlv["9F26"]


def proof(key, cryptogram, code):
    """Tag 91 by method 1."""
    answer = code.encode()
    return Des.encrypt(key, xor(cryptogram, answer + bytes(6))) + answer


def signed_command(key, header, counter, cryptogram):
    """A command of a script without data but its MAC."""
    return header + bytes([4]) + retail_mac(key, header + bytes([4]) + counter + cryptogram)[:4]
