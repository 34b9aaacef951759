"""Ready commands: inside their schema, readable for the parsers of their languages, and run where the tool is there."""

import ast
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
import tree_sitter_c_sharp
import tree_sitter_go
import tree_sitter_java
import tree_sitter_javascript
from hypothesis import given
from hypothesis import strategies as st
from tree_sitter import Language, Parser

from statusref.domain.errors import ResourceError
from statusref.lab.commands import BODY, FILE, METHODS, WITH_BODY, Tool, load_tools, quoted
from tests.content.material import ROOT, load_json
from tests.lab.conftest import Running

TOOLS = {tool.id: tool for tool in load_tools(ROOT)}
URL = "http://127.0.0.1:8080/503?header=X-A:it's+%22so%22&delay=2s"
GRAMMARS: dict[str, Callable[[], object]] = {
    "java": tree_sitter_java.language,
    "javascript": tree_sitter_javascript.language,
    "go": tree_sitter_go.language,
    "csharp": tree_sitter_c_sharp.language,
}
EACH = pytest.mark.parametrize("tool", TOOLS.values(), ids=TOOLS.keys())
EACH_METHOD = pytest.mark.parametrize("method", METHODS)
PRINTABLE = st.text(st.characters(min_codepoint=32, max_codepoint=126))


def test_the_data_is_inside_its_schema() -> None:
    schema = load_json("lab/commands.schema.json")
    jsonschema.Draft202012Validator.check_schema(schema)
    assert list(jsonschema.Draft202012Validator(schema).iter_errors(load_json(FILE))) == []
    assert len(TOOLS) == len(load_tools(ROOT)) == 10


@EACH
@EACH_METHOD
def test_a_parser_of_the_language_reads_the_command(tool: Tool, method: str) -> None:
    command = tool.command(method, URL)
    assert "{{" not in command
    match tool.quoting:
        case "posix":
            words = shlex.split(command)
            assert URL in words
            assert (BODY in words) == (method in WITH_BODY)
        case "python":
            literals = {node.value for node in ast.walk(ast.parse(command)) if isinstance(node, ast.Constant)}
            assert URL in literals
            assert method in literals
            assert (BODY in literals) == (method in WITH_BODY)
        case "powershell":
            words = powershell_words(command)
            assert words[words.index("-Uri") + 1] == URL
            assert words[words.index("-CustomMethod") + 1] == method
            assert (BODY in words) == (method in WITH_BODY)
        case language:
            root = Parser(Language(GRAMMARS[language]())).parse(command.encode()).root_node
            assert not root.has_error
            assert f'"{method}"' in command
            assert ('{\\"name\\": \\"lab\\"}' in command or f"'{BODY}'" in command) == (method in WITH_BODY)


def powershell_words(command: str) -> list[str]:
    """The words of a PowerShell command; whole words are quoted, with apostrophes (about_Quoting_Rules)."""
    words, rest = [], command
    while rest := rest.lstrip():
        if not rest.startswith("'"):
            word, _, rest = rest.partition(" ")
            words.append(word)
            continue
        end = 1
        while rest[end] != "'" or rest[end : end + 2] == "''":
            end += 2 if rest[end : end + 2] == "''" else 1
        words.append(rest[1:end].replace("''", "'"))
        rest = rest[end + 1 :]
    return words


@given(PRINTABLE)
def test_what_is_quoted_is_read_back(text: str) -> None:
    assert shlex.split(quoted(text, "posix")) == [text]
    assert ast.literal_eval(quoted(text, "python")) == text
    assert powershell_words(quoted(text, "powershell")) in ([text], [] if not text else [text])
    for language in GRAMMARS:
        written = quoted(text, language)
        assert "\n" not in written


def test_powershell_takes_typographic_apostrophes_for_its_own() -> None:
    assert quoted("\u2019; rm x", "powershell") == "'\u2019\u2019; rm x'"


def test_a_tool_that_is_wrong_is_named(tmp_path: Path) -> None:
    (tmp_path / "lab").mkdir()
    (tmp_path / FILE).write_text('{"tools": [{"id": "curl"}]}', "utf-8")
    with pytest.raises(ResourceError, match=r"lab/commands\.json, field tools\[0\]\.special"):
        load_tools(tmp_path)


@pytest.mark.parametrize("tool", ["curl", "requests", "fetch"])
def test_the_lab_hears_what_the_commands_say(lab: Running, tool: str) -> None:
    """Those of several methods, one after the other in one process."""
    methods = ["GET", "HEAD", "POST", "QUERY"]
    commands = [TOOLS[tool].command(method, f"{lab.url}/503?header=X-A:it's&body=json") for method in methods]
    run = {
        "curl": ["sh", "-c", "\n".join(commands)],
        "requests": [sys.executable, "-c", "\n".join(commands)],
        "fetch": ["node", "--input-type=module", "-e", "\n".join(f"{{ {command} }}" for command in commands)],
    }[tool]
    if tool in {"curl", "fetch"} and shutil.which(run[0] if tool == "fetch" else "curl") is None:
        pytest.skip(f"{tool} is not installed")
    before = len(lab.exchanges(0))
    done = subprocess.run(run, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("503") >= len(methods)
    heard = lab.exchanges(before + len(methods))[before:]
    sent = [len(BODY) if method in WITH_BODY else 0 for method in methods]
    assert [(each.method, each.request_body_bytes) for each in heard] == list(zip(methods, sent, strict=True))
    assert all(("X-A", "it's") in each.headers for each in heard)
