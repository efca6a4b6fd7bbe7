"""Chromium as a reader has it, and a watch on what pages do in it."""

import os
import shutil
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit

from playwright.sync_api import (
    Browser,
    BrowserContext,
    BrowserType,
    ConsoleMessage,
    Page,
    Request,
    WebError,
)

MISSING = "Chromium is missing: install it (Debian: apt-get install chromium), or name it in CHROMIUM."
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE_MS = 20_000

Theme = Literal["light", "dark"]


class ChromiumMissing(Exception):
    """There is no browser to test with."""


def launched(chromium: BrowserType) -> Browser:
    """Debian's Chromium without a window. Raises ChromiumMissing."""
    program = shutil.which(os.environ.get("CHROMIUM", "chromium"))
    if not program:
        raise ChromiumMissing(MISSING)
    return chromium.launch(executable_path=program, args=ARGUMENTS)


@dataclass
class Watch:
    """What pages did that they must not: ask another host, log an error, break their content policy
    (which Chromium logs as an error), fail in a script.

    `origins` may be asked; an error that holds a text of `forgiven` is meant by the test.
    """

    origins: set[str] = field(default_factory=set)
    forgiven: list[str] = field(default_factory=list)
    _faults: list[str] = field(default_factory=list)

    def over(self, context: BrowserContext) -> None:
        context.on("request", self._asked)
        context.on("console", self._logged)
        context.on("weberror", self._failed)

    @property
    def faults(self) -> list[str]:
        return [fault for fault in self._faults if not any(text in fault for text in self.forgiven)]

    def _asked(self, request: Request) -> None:
        if urlsplit(request.url).scheme not in ("data", "blob") and origin(request.url) not in self.origins:
            self._faults.append(f"asked another host: {request.url}")

    def _logged(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self._faults.append(f"logged: {message.text} ({message.location.get('url')})")

    def _failed(self, failure: WebError) -> None:
        self._faults.append(f"failed: {failure.error.message}")


@dataclass
class Reader:
    """Opens pages of a site, each call as another reader with a profile of their own."""

    browser: Browser
    site: str
    watch: Watch = field(default_factory=Watch)

    def __call__(
        self,
        address: str = "/",
        *,
        language: str = "kk",
        theme: Theme = "light",
        width: int = 1280,
        height: int = 900,
        script: str = "",
    ) -> Page:
        """The page at an address of the site, or at a whole address, for a reader whose browser speaks
        `language`; sizes in pixels. The clipboard may be read. `script` runs before the page's own."""
        context = self.browser.new_context(
            locale={"kk": "kk-KZ", "ru": "ru-RU"}.get(language, language),
            color_scheme=theme,
            viewport={"width": width, "height": height},
            reduced_motion="reduce",
        )
        context.set_default_timeout(PATIENCE_MS)
        self.watch.over(context)
        address = address if "://" in address else self.site + address
        self.watch.origins.add(origin(address))
        context.grant_permissions(["clipboard-read", "clipboard-write"], origin=origin(address))
        context.add_init_script(script)
        page = context.new_page()
        page.goto(address)
        return page

    def leave(self) -> None:
        """Closes every page; what they did until then has been watched."""
        for context in self.browser.contexts:
            context.close()


def origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
