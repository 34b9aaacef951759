#!/bin/sh
# Removes the program. Bookmarks, memos and study stay where they are; READ-ME.txt says where.
# 프로그램을 지웁니다. 즐겨찾기, 메모, 학습 기록은 그대로 남습니다. 그 위치는 READ-ME.txt에 있습니다.
set -eu
target=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
if [ ! -e "$target/.statusref-carry" ]; then
	echo "This is not a folder that install.sh made: $target / install.sh가 만든 폴더가 아닙니다: $target" >&2
	exit 1
fi
entry=${XDG_DATA_HOME:-"$HOME/.local/share"}/applications/statusref.desktop
if grep -qsF "\"$target/bin/statusref\"" "$entry"; then rm -f "$entry"; fi
rm -rf "$target"
echo "StatusRef was removed. / StatusRef를 지웠습니다."
