"""Triple DES and SM4 from the system's libcrypto, and what a bank makes of them: MAC, PIN, tracks, check values."""

import ctypes
import ctypes.util

_name = ctypes.util.find_library("crypto")
_lib = ctypes.CDLL(_name) if _name else None
if _lib is not None:
    for _function in ("EVP_CIPHER_CTX_new", "EVP_des_ede3_ecb", "EVP_sm4_ecb"):
        getattr(_lib, _function).restype = ctypes.c_void_p


def available():
    return _lib is not None


def _run(cipher, key, data, encrypt):
    if len(data) % 8:
        raise ValueError("not whole blocks")
    context = ctypes.c_void_p(_lib.EVP_CIPHER_CTX_new())
    try:
        if _lib.EVP_CipherInit_ex(context, ctypes.c_void_p(cipher), None, key, None, encrypt) != 1:
            raise ValueError("the cipher refuses the key")
        _lib.EVP_CIPHER_CTX_set_padding(context, 0)
        out = ctypes.create_string_buffer(len(data) + 32)
        length = ctypes.c_int(0)
        if _lib.EVP_CipherUpdate(context, out, ctypes.byref(length), data, len(data)) != 1:
            raise ValueError("the cipher refuses the data")
        return out.raw[: length.value]
    finally:
        _lib.EVP_CIPHER_CTX_free(context)


def _three(key):
    return {8: key * 3, 16: key + key[:8], 24: key}[len(key)]


class Des:
    block = 8

    @staticmethod
    def encrypt(key, data):
        return _run(_lib.EVP_des_ede3_ecb(), _three(key), data, 1)

    @staticmethod
    def decrypt(key, data):
        return _run(_lib.EVP_des_ede3_ecb(), _three(key), data, 0)


class Sm4:
    block = 16

    @staticmethod
    def encrypt(key, data):
        return _run(_lib.EVP_sm4_ecb(), key, data, 1)

    @staticmethod
    def decrypt(key, data):
        return _run(_lib.EVP_sm4_ecb(), key, data, 0)


def xor(a, b):
    return bytes(x ^ y for x, y in zip(a, b))


def check_value(cipher, key):
    return cipher.encrypt(key, bytes(cipher.block))[:4]


def _blocks(data, size):
    data = data + bytes(-len(data) % size)
    return [data[i : i + size] for i in range(0, len(data), size)]


def mac_ecb(cipher, key, data):
    """The terminal MAC: fold by XOR, write as hex, encrypt half by half, eight characters of the hex."""
    folded = bytes(cipher.block)
    for block in _blocks(data, cipher.block):
        folded = xor(folded, block)
    text = folded.hex().upper().encode()
    half = cipher.encrypt(key, text[: cipher.block])
    return cipher.encrypt(key, xor(half, text[cipher.block :])).hex().upper()[:8].encode()


def mac_cbc(cipher, key, data):
    """Every block under the whole key, chained; all of the last block counts."""
    last = bytes(cipher.block)
    for block in _blocks(data, cipher.block):
        last = cipher.encrypt(key, xor(last, block))
    return last[:8]


def mac_x919(cipher, key, data):
    """ANSI X9.19: single DES with the left half, the last block under both halves."""
    if cipher is not Des:
        raise ValueError("the retail MAC is one of DES")
    last = bytes(8)
    for block in _blocks(data, 8):
        last = Des.encrypt(key[:8], xor(last, block))
    return Des.encrypt(key[:8], Des.decrypt(key[8:16] or key[:8], last))


MACS = {"ecb": mac_ecb, "cbc": mac_cbc, "x919": mac_x919}


def pin_of(cipher, key, block, pan):
    """The PIN in an X9.8 block with the number; None when it is none."""
    if len(block) != cipher.block:
        return None
    account = pan[-13:-1].rjust(2 * cipher.block, "0")
    clear = xor(cipher.decrypt(key, block), bytes.fromhex(account)).hex()
    length = int(clear[1], 16)
    pin, filler = clear[2 : 2 + length], clear[2 + length :]
    good = clear[0] == "0" and 4 <= length <= 12 and pin.isdigit() and set(filler) <= {"f"}
    return pin if good else None


def track_of(key, packed_hex):
    """A track whose eight bytes before the last one left encrypted; hex in, digits with D out."""
    packed_hex = packed_hex.replace("=", "D")
    if len(packed_hex) < 18:
        return packed_hex
    padded = packed_hex + ("0" if len(packed_hex) % 2 else "")
    hidden = bytes.fromhex(padded[-18:-2])
    clear = padded[:-18] + Des.decrypt(key, hidden).hex() + padded[-2:]
    return clear[: len(packed_hex)].upper()


def retail_mac(key, data):
    """ISO/IEC 9797-1 algorithm 3 with padding 80 00: what a chip computes its cryptogram with."""
    padded = data + b"\x80" + bytes(-(len(data) + 1) % 8)
    return mac_x919(Des, key, padded)
