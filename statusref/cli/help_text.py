"""What ``--help`` prints."""

from statusref.domain.text import Language, Text

_HELP = Text(
    ko="""\
StatusRef: HTTP 상태 코드 사전. 네트워크 없이 씁니다.

  statusref                     창을 엽니다
  statusref 404                 그 코드에서 창을 엽니다
  statusref "rate limit"        그 검색으로 창을 엽니다
  statusref FILE                로그에 있는 코드를 창에서 봅니다
  statusref statusref://note/redirects
                                노트를 엽니다. code, class, page, neighbour, review/all과
                                compare/401,403, choose/answer도 됩니다
  statusref show ID             한 코드를 출력합니다. ID는 404, 499-nginx, curl-52 같은 값이며,
                                번호를 여러 곳에서 쓰면 모두 출력합니다
  statusref compare ID ID…      두 개에서 다섯 개까지의 코드를 나란히 비교합니다
  statusref choose [PATH]       질문에 답하며 코드를 고릅니다. PATH는 바로 앞 출력에 나옵니다
  statusref cite ID…            붙여 넣을 출처를 출력합니다. ID는 404, curl-52, 노트 이름
  statusref search QUERY        찾은 순서대로 출력합니다
  statusref search -            표준 입력의 한 줄마다 검색해 한 줄에 JSON 배열 하나로 답합니다
  statusref log FILE…           로그에 있는 상태 코드의 수, 비율, 처음과 마지막 위치, 경로, 업스트림의
                                응답을 출력합니다. -는 표준 입력이며, .gz와 .zst도 읽습니다
  statusref list                모든 코드를 한 줄에 하나씩 출력합니다
  statusref study --due         오늘 할 학습 카드를 출력합니다
  statusref study --plan DAYS   앞으로 날마다 배울 새 카드를 출력합니다
  statusref export FORMAT PATH  자료를 pdf, sheet, html, site, docset, md, csv, json 형식으로
                                저장합니다. sheet는 코드만 담은 두 쪽짜리 PDF 요약표, anki는 학습
                                카드의 Anki 묶음(.apkg)입니다. 텍스트 형식은 PATH에 -를 쓰면 출력합니다
  statusref lab                 이 컴퓨터에서만 열리는 HTTP 서버로, 어떤 코드로든 응답합니다.
                                /404는 404로 응답하고, /에 물을 수 있는 주소가 있습니다
  statusref lab matrix -- COMMAND
                                명령으로 쓴 클라이언트가 리다이렉트마다 무엇을 다시 보내는지 출력합니다
  statusref lab retry -- COMMAND
                                클라이언트가 실패한 요청을 다시 보내는지 출력합니다
  statusref screenshot PATH     화면 없이 창을 그려 PNG로 저장합니다

--toggle                      열린 창을 보이거나 숨깁니다. 창이 없으면 엽니다
--new-window                  창을 하나 더 엽니다

show, compare, choose, search, log, list, study, lab
  --lang ko|en                  언어. 기본값은 로캘(LC_ALL, LC_MESSAGES, LANG)을 따릅니다
  --json                        JSON으로 출력합니다
compare
  --md                          Markdown 표로 출력합니다
choose
  --tree FILE                   전체 흐름도를 A4로 저장합니다. .pdf는 파일 하나, .svg는 쪽마다 하나
cite
  --lang ko|en, --md, --html    언어. Markdown이나 HTML로 출력합니다
search
  --limit N                     결과의 최대 개수. 기본값은 10
log
  --counts                      코드별 수와 비율만 출력합니다
list
  --class all|essential|1xx|2xx|3xx|4xx|5xx|unofficial|neighbour
export
  --lang ko|en|both             담을 언어
  --only all|essential|1xx|2xx|3xx|4xx|5xx|unofficial|neighbour|bookmarks
  --no-notes, --no-neighbours   노트와 이웃을 뺍니다
  --memos                       내 메모를 담습니다. sheet에는 쓸 수 없습니다
  --sheet                       pdf와 함께 쓰며, sheet 형식과 같습니다
  --base URL                    site를 올릴 주소. 사이트맵도 만듭니다
lab
  --port N                      포트. 기본값은 비어 있는 아무 번호
  --limits NAME=VALUE,…         한도를 낮춥니다: connections, target, header, body, request, idle.
                                예: connections=8,header=4KB,idle=5s
screenshot
  --page lookup|notes|study|compare|choose|lab|settings|about
  --code ID, --query TEXT       찾기 화면에서 고른 코드와 검색어
  --note SLUG                   노트 화면에서 연 노트
  --compare ID,ID…              비교 화면에서 비교하는 코드
  --choose PATH                 고르기 화면의 질문이나 코드. tree/PATH는 흐름도
  --lang ko|en, --theme light|dark
  --size WxH, --scale N         크기(예: 1280x800)와 배율(0.5~4)

  -h, --help                    이 도움말
  -V, --version                 버전

끝날 때의 값: 0 성공, 1 없음, 2 잘못된 사용법, 3 화면 없음, 4 자료 파일 문제
""",
    en="""\
StatusRef: a reference of HTTP status codes that needs no network.

  statusref                     open the window
  statusref 404                 open the window at that code
  statusref "rate limit"        open the window at that search
  statusref FILE                open the window with the codes of a log
  statusref statusref://note/redirects
                                open a note; also code, class, page, neighbour, review/all and
                                compare/401,403, choose/answer
  statusref show ID             print a code. ID is 404, 499-nginx, curl-52 and the like; where
                                several parties use a number, all of its uses are printed
  statusref compare ID ID…      compare two to five codes side by side
  statusref choose [PATH]       choose a code by a few questions; each output names the next PATH
  statusref cite ID…            print a reference to paste; ID is 404, curl-52, the name of a note
  statusref search QUERY        print what was found, best first
  statusref search -            search for each line of standard input; answer with one line,
                                one JSON array, each
  statusref log FILE…           print the status codes of logs: how often, where, which paths,
                                upstream codes; - is standard input; reads .gz and .zst, too
  statusref list                print every code, one a line
  statusref study --due         print the study cards that are due today
  statusref study --plan DAYS   print the new study cards of each coming day
  statusref export FORMAT PATH  save the reference as pdf, html, site, docset, md, csv or json, as
                                sheet (the codes alone, a PDF of two pages), or the study cards as
                                an anki package (.apkg); - prints a text
  statusref lab                 run an HTTP server, for this machine only, that answers with any
                                code: /404 answers 404, / lists what can be asked
  statusref lab matrix -- COMMAND
                                print what a client, given as a command, sends after each redirect
  statusref lab retry -- COMMAND
                                print whether a client tries again after failures
  statusref screenshot PATH     draw the window without a display and save it as PNG

--toggle                      show or hide the open window; open it if there is none
--new-window                  open one more window

show, compare, choose, search, log, list, study, lab
  --lang ko|en                  language; by default that of the locale (LC_ALL, LC_MESSAGES, LANG)
  --json                        print JSON
compare
  --md                          print a Markdown table
choose
  --tree FILE                   save the whole tree on A4: FILE.pdf, or FILE.svg for an SVG a sheet
cite
  --lang ko|en, --md, --html    the language; print Markdown or HTML
search
  --limit N                     at most N results; by default 10
log
  --counts                      print only how often each code comes
list
  --class all|essential|1xx|2xx|3xx|4xx|5xx|unofficial|neighbour
export
  --lang ko|en|both             the languages to export
  --only all|essential|1xx|2xx|3xx|4xx|5xx|unofficial|neighbour|bookmarks
  --no-notes, --no-neighbours   leave out notes and neighbours
  --memos                       add your own notes; a sheet has no room for them
  --sheet                       with pdf: the same as the format sheet
  --base URL                    the address that a site will have; makes a sitemap
lab
  --port N                      the port; by default any that is free
  --limits NAME=VALUE,…         lowers limits: connections, target, header, body, request, idle;
                                such as connections=8,header=4KB,idle=5s
screenshot
  --page lookup|notes|study|compare|choose|lab|settings|about
  --code ID, --query TEXT       the code chosen and the search typed on the look-up page
  --note SLUG                   the note opened on the notes page
  --compare ID,ID…              the codes compared on the page that compares
  --choose PATH                 the place on the choose page; tree/PATH is the picture
  --lang ko|en, --theme light|dark
  --size WxH, --scale N         size (such as 1280x800) and scale (0.5 to 4)

  -h, --help                    this help
  -V, --version                 the version

Exit codes: 0 done, 1 nothing there, 2 wrong usage, 3 no display, 4 a resource file is wrong
""",
)


def help_text(language: Language) -> str:
    """Return the help, without a line feed at the end."""
    return _HELP[language].removesuffix("\n")
