@echo off
rem Removes the program. Bookmarks, memos and study stay where they are; READ-ME.txt says where.
setlocal
chcp 65001 >nul
set "TARGET=%~dp0"
if not exist "%TARGET%.statusref-carry" (
  echo This is not a folder that install.cmd made: %TARGET%
  echo install.cmd가 만든 폴더가 아닙니다: %TARGET%
  pause
  exit /b 1
)
del /q "%APPDATA%\Microsoft\Windows\Start Menu\Programs\StatusRef.lnk" 2>nul
cd /d "%TEMP%"
start "" /b cmd /c "timeout /t 1 >nul & rmdir /s /q "%TARGET:~0,-1%""
echo StatusRef was removed. / StatusRef를 지웠습니다.
