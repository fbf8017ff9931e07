"""A bank of another language: listens for terminals, obeys a test through its standard input.

Orders are lines of JSON, each answered by one line: {"do": "order", "order": {...}}, "ledger", "messages",
"complaints". No card number and no key is ever printed.
"""

import argparse
import json
import socket
import ssl
import sys
import threading
import time

import chip
import ciphers
from desk import Desk
from wire import Damaged, Packed, Plain, pack, unpack

SIGNED_REFUSALS_NOT = ("C1", "A0", "99")


class Server:
    def __init__(self, options):
        self.options = options
        self.packed = options.dialect == "unionpay-bcd"
        kinds = Packed if self.packed else Plain
        self.dialect = kinds(wide_pin=options.mode == "005")
        self.desk = Desk(options, chip.load_issuers(options.issuers))
        self.lock = threading.Lock()
        self.tls = self.secure()

    def secure(self):
        if not self.options.cert:
            return None
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.minimum_version = ssl.TLSVersion.TLSv1_3
        context.load_cert_chain(self.options.cert, self.options.key)
        context.load_verify_locations(self.options.ca)
        context.verify_mode = ssl.CERT_REQUIRED
        return context

    def serve(self, listener):
        while True:
            connection, _ = listener.accept()
            threading.Thread(target=self.talk, args=(connection,), daemon=True).start()

    def talk(self, connection):
        try:
            if self.tls is not None:
                connection = self.tls.wrap_socket(connection, server_side=True)
                peer = connection.getpeercert()
                self.desk.seen.append({"kind": "tls", "version": connection.version(), "peer": str(peer["subject"])})
            while (frame := self.frame(connection)) is not None:
                self.hear(connection, frame)
        except (OSError, ssl.SSLError) as error:
            self.desk.seen.append({"kind": "line", "text": type(error).__name__})
        finally:
            connection.close()

    @staticmethod
    def frame(connection):
        def exactly(count):
            data = b""
            while len(data) < count:
                piece = connection.recv(count - len(data))
                if not piece:
                    return None
                data += piece
            return data

        length = exactly(2)
        return None if length is None else exactly(int.from_bytes(length, "big"))

    def hear(self, connection, frame):
        front, body = (frame[:11], frame[11:]) if self.packed else (b"", frame)
        try:
            mti, fields, mac_at = unpack(self.dialect, body)
        except (Damaged, ValueError, KeyError) as damage:
            self.desk.complaints.append(f"a message that cannot be read: {damage!r}")
            return
        with self.lock:
            try:
                kind, order, reply, signed = self.desk.answer(mti, fields, body, mac_at)
            except Exception as error:
                self.desk.complaints.append(f"this bank fell over {mti}: {error!r}")
                raise
            answer = None if reply is None else self.dress(front, mti, reply, signed, order)
        if answer is None or order.get("silent"):
            return
        time.sleep(order.get("lateMs", 0) / 1000)
        connection.sendall(answer)
        if order.get("twice"):
            connection.sendall(answer)

    def dress(self, front, mti, reply, signed, order):
        fields = {n: v for n, v in reply.items() if n in self.dialect.fields}
        answer_mti = mti[:2] + str(int(mti[2]) + 1) + mti[3]
        last = 64 if max(fields) < 65 else 128
        if signed and reply[39] not in SIGNED_REFUSALS_NOT:
            unsigned = pack(self.dialect, answer_mti, {**fields, last: bytes(8)})
            covered = unsigned[: len(unsigned) - (8 if self.packed else 16)]
            code = self.desk.code_of(fields, covered)
            body = covered + (code if self.packed else code.hex().upper().encode())
            if order.get("wrongMac"):
                body = body[:-1] + bytes([body[-1] ^ 1])
        else:
            body = pack(self.dialect, answer_mti, fields)
        if self.packed:
            header = bytearray(front[5:])
            header[2] = header[2] & 0xF0 | int(order.get("header", 0))
            front = front[:1] + front[3:5] + front[1:3] + bytes(header)
        return (len(front) + len(body)).to_bytes(2, "big") + front + body

    def obey(self, request):
        with self.lock:
            if request["do"] == "order":
                self.desk.orders.append(request["order"])
                return {}
            return {"ledger": self.desk.book.view(), "messages": self.desk.seen, "complaints": self.desk.complaints}[request["do"]]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--dialect", default="unionpay-bcd")
    parser.add_argument("--mode", default="003")
    parser.add_argument("--mac", default="ecb")
    parser.add_argument("--tmk", required=True)
    parser.add_argument("--issuers", required=True)
    parser.add_argument("--spoilt-sign-ins", type=int, default=0)
    for name in ("--cert", "--key", "--ca"):
        parser.add_argument(name)
    options = parser.parse_args()
    if not ciphers.available():
        print(json.dumps({"missing": "libcrypto"}), flush=True)
        return
    listener = socket.create_server(("127.0.0.1", 0))
    server = Server(options)
    print(json.dumps({"port": listener.getsockname()[1]}), flush=True)
    threading.Thread(target=server.serve, args=(listener,), daemon=True).start()
    for line in sys.stdin:
        print(json.dumps(server.obey(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
