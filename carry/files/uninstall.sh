#!/bin/sh
# Removes the program. Bookmarks, memos and study stay where they are, also in a folder "data" here.
# 프로그램을 지웁니다. 즐겨찾기, 메모, 학습 기록은 그대로 남습니다. 이곳의 "data" 폴더도 남습니다.
set -eu
target=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
if [ ! -e "$target/.statusref-carry" ]; then
	echo "This is not a folder that install.sh made: $target / install.sh가 만든 폴더가 아닙니다: $target" >&2
	exit 1
fi
entry=${XDG_DATA_HOME:-"$HOME/.local/share"}/applications/statusref.desktop
if grep -qsF "\"$target/venv/bin/statusref\"" "$entry"; then rm -f "$entry"; fi
rm -rf "$target/venv" "$target/venv.before"
rm -f "$target/uninstall.sh" "$target/.statusref-carry"
echo "StatusRef was removed. / StatusRef를 지웠습니다."
rmdir "$target" 2>/dev/null || echo "Left as it is / 그대로 둔 곳: $target"
