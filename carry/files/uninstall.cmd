@echo off
rem Removes the program. Bookmarks, memos and study stay where they are, also in a folder "data" here.
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
for %%F in (venv venv.before) do if exist "%TARGET%%%F" rmdir /s /q "%TARGET%%%F"
if exist "%TARGET%venv" (
  echo StatusRef is running. Close its windows and try again.
  echo StatusRef가 실행 중입니다. 창을 닫고 다시 실행하십시오.
  pause
  exit /b 1
)
del /q "%TARGET%.statusref-carry"
rem This file cannot remove itself while it runs, and the folder goes only if nothing else is in it.
start "" /b cmd /c "timeout /t 1 >nul & del /q "%TARGET%uninstall.cmd" & rmdir "%TARGET:~0,-1%""
if exist "%TARGET%data" echo Left as it is / 그대로 둔 곳: %TARGET%data
echo StatusRef was removed. / StatusRef를 지웠습니다.
