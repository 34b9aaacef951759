#!/bin/sh
# Installs StatusRef @version@ for this user, without a network: sh install.sh [FOLDER]
# 네트워크 없이 이 사용자에게 StatusRef @version@을 설치합니다: sh install.sh [폴더]
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
target=${1:-"${XDG_DATA_HOME:-"$HOME/.local/share"}/statusref-app"}
venv=$target/venv
mark=$target/.statusref-carry
applications=${XDG_DATA_HOME:-"$HOME/.local/share"}/applications
python=$here/python/bin/python3
[ -x "$python" ] || python=$(command -v python@python@ || command -v python3 || true)

fail() {
	printf '%s\n' "$@" >&2
	exit 1
}

[ -n "$python" ] && "$python" -c 'import sys; sys.exit("%d.%d" % sys.version_info[:2] != "@python@")' ||
	fail "StatusRef needs Python @python@, which was not found. See READ-ME.txt." \
		"Python @python@이 없습니다. READ-ME.txt를 보십시오."
"$python" -c 'import ensurepip, venv' 2>/dev/null ||
	fail "Python lacks its venv module (on Debian and Ubuntu: python3-venv)." \
		"Python에 venv 모듈이 없습니다(Debian과 Ubuntu에서는 python3-venv)."
if [ -e "$target" ] && [ ! -e "$mark" ]; then
	fail "$target is there already and is not StatusRef's. Name another folder: sh install.sh FOLDER" \
		"$target 폴더가 이미 있으며 StatusRef의 것이 아닙니다. 다른 폴더를 지정하십시오: sh install.sh 폴더"
fi

echo "Installing into $target / 설치하는 곳: $target"
# Only the folder "venv" is replaced: a folder "data" beside it is the user's. What is installed already comes back if
# anything goes wrong, also from an installation that was interrupted.
back() {
	rm -rf "$venv"
	if [ -e "$venv.before" ]; then
		mv "$venv.before" "$venv"
	else
		rm -f "$mark"
		rmdir "$target" 2>/dev/null || true
	fi
}
[ ! -e "$venv.before" ] || rm -rf "$venv"
[ ! -e "$venv" ] || mv "$venv" "$venv.before"
trap back EXIT
mkdir -p "$target"
: >"$mark"
"$python" -m venv "$venv"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-cache-dir --no-index \
	--find-links "$here/wheels" --require-hashes --requirement "$here/requirements.txt" ||
	fail "Nothing was installed: a file is damaged, or the disk is full. pip says which above." \
		"설치하지 못했습니다. 파일이 손상되었거나 디스크가 가득 찼습니다. 위에 pip의 설명이 있습니다."
cp "$here/uninstall.sh" "$target/uninstall.sh"
icon=$(find "$venv" -name statusref.svg | head -n 1)
mkdir -p "$applications"
cat >"$applications/statusref.desktop" <<END
[Desktop Entry]
Type=Application
Name=StatusRef
Comment=HTTP status codes, offline
Comment[ko]=네트워크 없이 보는 HTTP 상태 코드
Exec="$venv/bin/statusref" %u
Icon=$icon
Terminal=false
Categories=Development;Documentation;Qt;
MimeType=x-scheme-handler/statusref;
StartupWMClass=statusref
END
trap - EXIT
rm -rf "$venv.before"
echo "Done: \"$venv/bin/statusref\"; to remove it: sh \"$target/uninstall.sh\""
echo "끝났습니다: \"$venv/bin/statusref\". 지우려면: sh \"$target/uninstall.sh\""
