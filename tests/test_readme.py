"""README, contract and program say the same."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.__main__ import _parser
from dashboard.readers import FORMATS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
CONTRACT = ROOT.parent / "shared" / "contract.md"
COMMAND = re.compile(r"^\| `python -m dashboard ?([^`]*)`", re.MULTILINE)


def command_table(text: str) -> set[str]:
    return {match.replace("\\|", "|").strip() for match in COMMAND.findall(text)}


def usage(name: str) -> str:
    arguments = [name, "--help"] if name else ["--help"]
    done = subprocess.run(
        [sys.executable, "-m", "dashboard", *arguments], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return done.stdout


@pytest.mark.parametrize("line", sorted(command_table(README)))
def test_every_command_of_the_readme_is_there_with_its_options(line: str) -> None:
    words = line.split()
    name = words[0] if words and words[0].isalpha() else ""
    said = usage(name)
    for option in re.findall(r"--[a-z]+", line):
        assert option in said, f"{name} has no {option}"
    for choice in re.findall(r"--format ([\w|]+)", line):
        for one in choice.split("|"):
            assert one in said


def test_every_command_of_the_program_is_in_the_readme() -> None:
    actions = [action for action in _parser()._actions if action.choices]
    (commands,) = actions
    named = {line.split()[0] for line in command_table(README) if line and line[0].isalpha()}
    assert set(commands.choices or ()) == named


@pytest.mark.skipif(not CONTRACT.exists(), reason="the contract lies outside the repository")
def test_the_contracts_commands_are_there() -> None:
    table = CONTRACT.read_text("utf-8").split("## Inputs")[0]
    names = {line.split()[0] for line in command_table(table) if line and line[0].isalpha()} | {"reextract"}
    named = {line.split()[0] for line in command_table(README) if line and line[0].isalpha()}
    assert names <= named


def test_the_formats_read_are_the_formats_said() -> None:
    section = README.split("## What it reads")[1].split("##")[0]
    said = set(re.findall(r"\.[a-z]{2,6}\b", section.split("told")[0]))
    assert said == set(FORMATS)


def test_the_two_commands_name_files_that_are_there() -> None:
    commands = re.findall(r"<!-- (?:start|test)-command -->\n```bash\n(.+)\n```", README)
    assert len(commands) == 2
    for command in commands:
        for file in re.findall(r"-r (\S+)", command):
            assert (ROOT / file).is_file()
    run = (ROOT / ".ci" / "run").read_text("utf-8")
    assert "test-command" in run and "pip install" not in run


def test_the_pictures_are_there_and_the_first_leads() -> None:
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)
    assert len(set(pictures)) == 4 and README.index(pictures[0]) < README.index("<!-- start-command -->")
    assert all((ROOT / picture).stat().st_size > 20_000 for picture in pictures)


@pytest.mark.parametrize("name", ["requirements.txt", "tests/requirements.txt"])
def test_dependencies_are_pinned(name: str) -> None:
    lines = [line for line in (ROOT / name).read_text("utf-8").splitlines() if line and not line.startswith("#")]
    assert all(re.fullmatch(r"[\w.-]+(\[\w+\])?==[\w.]+", line) for line in lines)
    if name == "requirements.txt":
        names = [line.split("==")[0] for line in lines]
        assert names.index("torch") < names.index("camel-tools")
