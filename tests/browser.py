"""A real browser for tests: headless Chromium, driven through a pipe in its own DevTools protocol."""

import base64
import fcntl
import itertools
import json
import os
import select
import shutil
import subprocess
import tempfile
import time

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
KEYS = {"ArrowDown": 40, "ArrowUp": 38, "Enter": 13, "Escape": 27, "Tab": 9}


def find_browser():
    """The browser's command, or None."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


class Browser:
    """One page of a browser; a context manager that ends it."""

    def __init__(self, command, width=1200, height=900):
        self._profile = tempfile.TemporaryDirectory(prefix="translit-browser-", ignore_cleanup_errors=True)
        flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-dev-shm-usage"]
        take, self._in = _pipe()
        self._out, give = _pipe()
        self._process = subprocess.Popen(
            [command, *flags, "--remote-debugging-pipe", f"--user-data-dir={self._profile.name}", "about:blank"],
            preexec_fn=lambda: (os.dup2(take, 3), os.dup2(give, 4)), pass_fds=(3, 4),  # where it looks for them
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(take)
        os.close(give)
        self._numbers, self._waiting, self._session = itertools.count(1), b"", None
        page = next(one for one in self.send("Target.getTargets")["targetInfos"] if one["type"] == "page")
        self._session = self.send("Target.attachToTarget", targetId=page["targetId"], flatten=True)["sessionId"]
        self.send("Page.enable")
        self.errors = []
        self.send("Runtime.enable")
        self.resize(width, height)

    def __enter__(self):
        return self

    def __exit__(self, *fault):
        self._process.terminate()
        self._process.wait()
        os.close(self._in)
        os.close(self._out)
        self._profile.cleanup()

    def send(self, method, **params):
        """Send a command and wait for its result."""
        number = next(self._numbers)
        session = {"sessionId": self._session} if self._session else {}
        os.write(self._in, json.dumps({"id": number, "method": method, "params": params} | session).encode() + b"\0")
        while True:
            told = self._read()
            if told.get("method") == "Runtime.exceptionThrown":
                self.errors.append(told["params"]["exceptionDetails"])
            if told.get("id") == number:
                assert "error" not in told, (method, told["error"])
                return told["result"]

    def _read(self, seconds=60):
        end = time.monotonic() + seconds
        while b"\0" not in self._waiting:
            assert select.select([self._out], [], [], max(0, end - time.monotonic()))[0], "the browser does not answer"
            self._waiting += os.read(self._out, 1 << 16)
        told, self._waiting = self._waiting.split(b"\0", 1)
        return json.loads(told)

    def open(self, path):
        """Open a file and wait until its script has run."""
        self.send("Page.navigate", url=path.as_uri())
        self.wait("document.readyState === 'complete' && location.protocol === 'file:'")

    def do(self, script):
        """The value of a piece of JavaScript."""
        told = self.send("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in told, told["exceptionDetails"]
        return told["result"].get("value")

    def wait(self, script, seconds=20):
        """Wait until a piece of JavaScript is true."""
        end = time.monotonic() + seconds
        while not self.do(script):
            assert time.monotonic() < end, script
            time.sleep(0.02)

    def press(self, *keys, modifiers=0):
        """Press keys one after the other, each with a frame's time to draw."""
        for key in keys:
            told = {"key": key, "modifiers": modifiers}
            if key in KEYS:
                told |= {"windowsVirtualKeyCode": KEYS[key], "code": key}
            elif not modifiers:
                told |= {"text": key}
            self.send("Input.dispatchKeyEvent", type="keyDown", **told)
            self.send("Input.dispatchKeyEvent", type="keyUp", **told)
            self.frame()

    def frame(self):
        """Wait for two frames."""
        self.do("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def resize(self, width, height, dark=False):
        """Set the size of the window, and the colour scheme."""
        mobile = width < 600
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=mobile)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.send("Emulation.setEmulatedMedia", features=[scheme])

    def shoot(self, path):
        """Write what is seen to a PNG file."""
        path.write_bytes(base64.b64decode(self.send("Page.captureScreenshot", format="png")["data"]))


def _pipe():
    """A pipe whose ends are no file descriptors that a browser is told of."""
    ends = os.pipe()
    moved = tuple(fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10) for end in ends)
    for end in ends:
        os.close(end)
    return moved
