"""axe-core over a page as it stands."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
OPTIONS = {"runOnly": {"type": "tag", "values": list(RULES)}, "resultTypes": ["violations"]}


def barriers(page: Page) -> list[str]:
    """One line for each element that keeps some readers out: the rule, the element, what is wrong."""
    found = Axe().run(page, options=OPTIONS).response["violations"]
    return [
        f"{violation['id']}: {node['html'][:160]} – {' '.join(node['failureSummary'].split())}"
        for violation in found
        for node in violation["nodes"]
    ]
