"""Mail servers that misbehave, each on a port of its own for as long as a test runs."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager


class Server:
    """Speaks just enough SMTP. `behaviour`: takes, refuses, puts off, silent, breaks off, slow, greylists."""

    def __init__(self, behaviour: str) -> None:
        self.behaviour = behaviour
        self.taken: list[str] = []
        self.connections = 0
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self._ended = threading.Event()
        threading.Thread(target=self._serve, daemon=True).start()

    def close(self) -> None:
        self._ended.set()
        # Whoever waits for a connection is woken: while one waits, the port stays open.
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()

    def _serve(self) -> None:
        while not self._ended.is_set():
            try:
                connection, _address = self._listening.accept()
            except OSError:
                return
            self.connections += 1
            threading.Thread(target=self._talk, args=(connection, self.connections), daemon=True).start()

    def _talk(self, connection: socket.socket, number: int) -> None:
        with connection, connection.makefile("rwb") as talk:
            if self.behaviour == "silent":
                self._ended.wait()
                return

            def say(text: str) -> None:
                if self.behaviour == "slow":
                    time.sleep(0.05)
                talk.write(f"{text}\r\n".encode())
                talk.flush()

            say("220 here")
            for line in talk:
                word = line[:4].upper()
                if word == b"DATA":
                    if self.behaviour == "breaks off":
                        return
                    say("354 go on")
                    self.taken.append(_message(talk))
                    say("250 taken")
                elif word == b"QUIT":
                    say("221 bye")
                    return
                elif word == b"RCPT":
                    say(self._answer_to_recipient(number))
                else:
                    say("250 fine")

    def _answer_to_recipient(self, number: int) -> str:
        if self.behaviour == "refuses":
            return "550 no such mailbox"
        if self.behaviour == "puts off" or (self.behaviour == "greylists" and number == 1):
            return "451 later"
        return "250 fine"


def _message(talk: Iterator[bytes]) -> str:
    lines = []
    for line in talk:
        if line == b".\r\n":
            break
        lines.append(line.decode())
    return "".join(lines)


@contextmanager
def serving(behaviour: str) -> Iterator[Server]:
    server = Server(behaviour)
    yield server
    server.close()
