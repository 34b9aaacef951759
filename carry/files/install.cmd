@echo off
rem Installs StatusRef @version@ for this user, without a network and without administrator rights.
setlocal
chcp 65001 >nul
set "HERE=%~dp0"
rem Not %LOCALAPPDATA%\StatusRef: to Windows that is the folder "statusref" of what the user writes.
set "TARGET=%LOCALAPPDATA%\Programs\StatusRef"
if not "%~1"=="" set "TARGET=%~f1"
set "VENV=%TARGET%\venv"
set "PY="
if exist "%HERE%python\python.exe" set PY="%HERE%python\python.exe"
if not defined PY (
  py -@python@ -c "pass" >nul 2>nul && set PY=py -@python@
)
if not defined PY (
  python -c "import sys; sys.exit('%%d.%%d' %% sys.version_info[:2] != '@python@')" >nul 2>nul && set PY=python
)
if not defined PY (
  echo StatusRef needs Python @python@ ^(64-bit^), which was not found. See READ-ME.txt.
  echo Python @python@^(64비트^)이 없습니다. READ-ME.txt를 보십시오.
  pause
  exit /b 1
)
if exist "%TARGET%" if not exist "%TARGET%\.statusref-carry" (
  echo %TARGET% is there already and is not StatusRef's. Name another folder: install.cmd FOLDER
  echo %TARGET% 폴더가 이미 있으며 StatusRef의 것이 아닙니다. 다른 폴더를 지정하십시오: install.cmd 폴더
  pause
  exit /b 1
)
echo Installing into %TARGET% / 설치하는 곳: %TARGET%
rem Only the folder "venv" is replaced: a folder "data" beside it is the user's.
if exist "%VENV%.before" if exist "%VENV%" rmdir /s /q "%VENV%"
if exist "%VENV%" move "%VENV%" "%VENV%.before" >nul || goto running
if not exist "%TARGET%" mkdir "%TARGET%" || exit /b 1
echo.>"%TARGET%\.statusref-carry"
%PY% -m venv "%VENV%" || goto failed
"%VENV%\Scripts\python.exe" -m pip install --quiet --disable-pip-version-check --no-cache-dir --no-index --find-links "%HERE%wheels" --require-hashes --requirement "%HERE%requirements.txt" || goto failed
copy /y "%HERE%uninstall.cmd" "%TARGET%\uninstall.cmd" >nul
set "LINK=%APPDATA%\Microsoft\Windows\Start Menu\Programs\StatusRef.lnk"
powershell -NoProfile -Command "$s = (New-Object -ComObject WScript.Shell).CreateShortcut($env:LINK); $s.TargetPath = \"$env:VENV\Scripts\pythonw.exe\"; $s.Arguments = '-m statusref'; $s.Save()" || goto failed
if exist "%VENV%.before" rmdir /s /q "%VENV%.before"
echo Done: StatusRef is in the Start menu; to remove it: "%TARGET%\uninstall.cmd"
echo 끝났습니다. 시작 메뉴에 StatusRef가 있습니다. 지우려면: "%TARGET%\uninstall.cmd"
pause
exit /b 0
:running
echo StatusRef is running. Close its windows and install again.
echo StatusRef가 실행 중입니다. 창을 닫고 다시 설치하십시오.
pause
exit /b 1
:failed
if exist "%VENV%" rmdir /s /q "%VENV%"
if exist "%VENV%.before" move "%VENV%.before" "%VENV%" >nul
if not exist "%VENV%" del /q "%TARGET%\.statusref-carry" & rmdir "%TARGET%" 2>nul
echo Nothing was installed: a file is damaged, or the disk is full. See above.
echo 설치하지 못했습니다. 파일이 손상되었거나 디스크가 가득 찼습니다. 위의 설명을 보십시오.
pause
exit /b 1
