#!/usr/bin/env python3
"""Measures the terminal designer as a person meets it: a program in a terminal of 120 columns and 40 rows.

    cargo build --release -p wso2-design
    tests/measure/designer.py target/release/wso2-design

Time is taken from the start of the process, or from the key, to the last visible byte of the picture. A busy machine only
ever adds to it, so the smallest of the runs is what the program needs, and the median what this machine gave it.
"""

import fcntl
import os
import pty
import re
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time

RUNS = int(os.environ.get("RUNS", 20))
SIZE = (40, 120)
# How long nothing comes before a picture is taken for complete, in seconds.
SILENCE = 0.06
PATIENCE = 2.0
ALTERNATE = b"\x1b[?1049h"
# What moves the cursor and sets colours shows nothing.
SEQUENCE = re.compile(rb"\x1b(\[[0-9;:?<=>]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)|[@-Z\\^_=>])")

HEAD = 'format = 1\nname = "esb"\nproduct = "esb"\nrelease = "5.0.0"\npattern = "worker-manager-2"\n'


def design(rows):
    first = 'role = "manager"\naddress = "10.1.0.1"'
    return HEAD + "".join(f"\n[[nodes]]\n{row}\n" for row in [first, *rows])


DESIGNS = {
    "3 nodes": design(['role = "worker"\naddresses = "10.1.0.2-3"']),
    "1,000 in ranges": design(f'role = "worker"\naddresses = "10.2.{net}.1-250"' for net in range(4)),
    "1,000 rows": design(f'role = "worker"\naddress = "10.2.{row // 250}.{row % 250 + 1}"' for row in range(1000)),
}

# What is pressed before, and the keys of which each is timed.
KEYS = {
    "move in the questions": ("2", "jkjkjkjkjkjkjkjkjkjk"),
    "move in the table": ("3", "jkjkjkjkjkjkjkjkjkjk"),
    "add and take back a row": ("3", "auauauauauauauauauau"),
    "take back, make again": ("3a", "u\x12" * 10),
    "type a letter": ("2/Name\r\r", "x\x7f" * 10),
}


class Terminal:
    """A program in a terminal of its own."""

    def __init__(self, program, file, home):
        begin, begun = os.pipe()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            # Whatever fails here, the child must not go on as this script: it would clear the folder away.
            try:
                fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", *SIZE, 0, 0))
                variables = {"TERM": "xterm-256color", "HOME": home, "LANG": "C.UTF-8", "PATH": os.environ["PATH"]}
                # This script's own copying is not the program's start.
                os.write(begun, struct.pack("d", time.perf_counter()))
                os.execve(program, [program, file], variables)
            finally:
                os._exit(127)
        (self.start,) = struct.unpack("d", os.read(begin, 8))
        os.close(begin)
        os.close(begun)

    def picture(self, since):
        """Milliseconds to the alternate screen, if it comes, and to the last visible byte; and how many bytes came."""
        alternate, last, size, seen = None, None, 0, b""
        end = since + PATIENCE
        while time.perf_counter() < end:
            if not select.select([self.fd], [], [], SILENCE if last else PATIENCE)[0]:
                break
            try:
                some = os.read(self.fd, 1 << 16)
            except OSError:
                break
            now = time.perf_counter()
            size += len(some)
            seen = seen[-16:] + some
            if alternate is None and ALTERNATE in seen:
                alternate = (now - since) * 1000
            if SEQUENCE.sub(b"", some):
                last = (now - since) * 1000
                end = now + PATIENCE
            elif last and now - since - last / 1000 > SILENCE:
                break
        return alternate, last, size

    def press(self, key):
        since = time.perf_counter()
        os.write(self.fd, key.encode())
        return self.picture(since)[1]

    def memory(self):
        """The most that was resident, in MB."""
        with open(f"/proc/{self.pid}/status", encoding="ascii") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024

    def end(self):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def told(values):
    known = [value for value in values if value is not None]
    if not known:
        return "      nothing came"
    missing = len(values) - len(known)
    return f"{min(known):8.1f} {statistics.median(known):8.1f}" + (f"  {missing} without a picture" if missing else "")


def main(program):
    print(f"binary {os.path.getsize(program) / 1e6:.1f} MB")
    print(f"{'':46} {'min':>8} {'median':>8}")
    with tempfile.TemporaryDirectory() as home:
        for name, text in DESIGNS.items():
            file = os.path.join(home, "design.toml")
            with open(file, "w", encoding="ascii") as out:
                out.write(text)
            alternate, complete, memory, later = [], [], [], []
            for _ in range(RUNS):
                terminal = Terminal(program, file, home)
                began, done, _ = terminal.picture(terminal.start)
                alternate.append(began)
                complete.append(done)
                memory.append(terminal.memory())
                time.sleep(0.2)
                later.append(terminal.memory())
                terminal.end()
            print(f"{name + ', alternate screen':42} ms  {told(alternate)}")
            print(f"{name + ', first screen':42} ms  {told(complete)}")
            print(f"{name + ', memory then':42} MB  {told(memory)}")
            print(f"{name + ', memory soon after':42} MB  {told(later)}")
            for what, (before, keys) in KEYS.items():
                terminal = Terminal(program, file, home)
                terminal.picture(terminal.start)
                for key in before:
                    terminal.press(key)
                # What is made in the background has an end.
                time.sleep(1)
                print(f"{name + ', ' + what:42} ms  {told([terminal.press(key) for key in keys])}")
                terminal.end()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(os.path.abspath(sys.argv[1]))
