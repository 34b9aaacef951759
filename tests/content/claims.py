"""``python -m tests.content.claims``: the sentences that a reader checks first, in both languages.

Two kinds went wrong most often: a word that leaves no exception, and a program's behaviour without the version in which
it was seen. A test cannot tell which of them are right, so this only lists them.
"""

import re

from statusref.domain.text import Language
from tests.content.material import FENCE, files, label, without_front_matter

ABSOLUTE = {
    Language.ENGLISH: re.compile(r"\b(?:only|always|never|both reasons|two reasons|every|all)\b", re.IGNORECASE),
    Language.KOREAN: re.compile(r"항상|언제나|절대|결코|오직|[가-힣]만(?=[ ,.])|두 가지 이유|모든|반드시"),
}
PROGRAM = re.compile(
    r"(?<![\w./-])(?:nginx|Apache|HAProxy|Varnish|Squid|Envoy|Traefik|Caddy|IIS|Tomcat|Jetty|Kestrel|curl|wget|Chrome|Chromium"
    r"|Firefox|Safari|urllib3?|httpx|aiohttp|axios|undici|node-fetch|Node\.js|OkHttp|HttpClient|HttpURLConnection|Spring"
    r"|Django|Rails|Laravel|Express|FastAPI|Flask|gunicorn|uvicorn|ASP\.NET Core)(?![\w-])"
)
VERSION = re.compile(r"(?<![\d:])\d+\.\d+|\b(?:19|20)\d\d\b|note:redirects|[A-Za-z] \d{2,3}\b(?! ?(?:s|초|KB|MB|kb))")
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n(?=[-|#])|\n{2,}")


def main() -> None:
    for language in Language:
        for path in files(language):
            for sentence in _SENTENCE.split(FENCE.sub("", without_front_matter(path.read_text("utf-8")))):
                reasons = []
                if ABSOLUTE[language].search(sentence):
                    reasons.append("no exception")
                if PROGRAM.search(sentence) and not VERSION.search(sentence):
                    reasons.append("no version")
                if reasons:
                    print(f"{label(path)}: {', '.join(reasons)}: {' '.join(sentence.split())}")


if __name__ == "__main__":
    main()
