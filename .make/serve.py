"""Starts web and worker (Procfile) and says where the portal is; `serve.py --check` only looks at the port.

`serve.py --reload` starts what answers with a change as soon as it is saved (Procfile.dev), for programming.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
HOST = "127.0.0.1"
# A first start on a slow disk reads every module once.
PATIENCE_SECONDS = 60


def chosen_port() -> int:
    text = os.environ.get("PORT") or "8000"
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 65535):
        sys.exit(f"PORT must be a number from 1 to 65535, not {text!r}.")
    return int(text)


def require_free(port: int) -> None:
    with socket.socket() as probe:
        # As gunicorn asks for it: a port that a closed connection still lingers on is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except PermissionError:
            sys.exit(f"Port {port} is reserved for the system; choose another one: make run PORT=8080")
        except OSError:
            sys.exit(f"Port {port} on {HOST} is taken; choose another one: make run PORT={port % 65535 + 1}")


def announce(address: str, ended: threading.Event) -> None:
    """Prints address and accounts as soon as the login page answers."""
    for _ in range(PATIENCE_SECONDS * 10):
        if ended.wait(0.1):
            return
        try:
            with urllib.request.urlopen(address, timeout=10):  # noqa: S310 - an address of this machine
                break
        except urllib.error.HTTPError as answer:
            print(f"\n  The portal answers {answer.code} at {address}; the lines above say why.\n", flush=True)
            return
        except OSError:
            continue
    accounts = VENV / "stamps" / "accounts"
    listed = accounts.read_text() if accounts.is_file() else ""
    print(f"\n  The portal: {address}    (stop it with Ctrl+C)", flush=True)
    if listed:
        print(f"  Demo accounts: name, password, role\n{listed}", flush=True)


def main() -> None:
    port = chosen_port()
    require_free(port)
    if "--check" in sys.argv[1:]:
        return
    # Here, and not by honcho, in which the file would win over the environment.
    from environ import Env

    Env.read_env(ROOT / ".env")
    environment = {
        **os.environ,
        "PORT": str(port),
        "PATH": f"{VENV / 'bin'}{os.pathsep}{os.environ['PATH']}",
    }
    procfile = ROOT / "Procfile"
    if "--reload" in sys.argv[1:]:
        procfile = ROOT / ".make" / "Procfile.dev"
        environment |= {"DEBUG": "on", "HTTPS_ONLY": "off"}
    honcho = [str(VENV / "bin" / "honcho"), "--no-prefix", "--env", os.devnull]
    command = [*honcho, "--procfile", str(procfile), "--app-root", str(ROOT), "start"]
    processes = subprocess.Popen(command, cwd=ROOT, env=environment)
    # Ctrl+C reaches honcho by itself; `kill` of this process is passed on.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: processes.terminate())
    ended = threading.Event()
    threading.Thread(target=announce, args=(f"http://{HOST}:{port}/", ended), daemon=True).start()
    code = processes.wait()
    ended.set()
    sys.exit(0 if code in (0, -signal.SIGINT, -signal.SIGTERM, 130, 143) else code)


if __name__ == "__main__":
    main()
