<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
  <context>
    <name>AboutPage</name>
    <message>
      <source>HTTP status codes in Korean and English, offline.</source>
      <translation>HTTP 상태 코드를 한국어와 영어로, 인터넷 없이.</translation>
    </message>
    <message>
      <source>Data</source>
      <translation>데이터</translation>
    </message>
    <message>
      <source>IANA registry last updated {date}</source>
      <translation>IANA 등록부 최종 수정 {date}</translation>
    </message>
    <message>
      <source>Last compared with the registry {date}</source>
      <translation>등록부와 마지막으로 대조한 날 {date}</translation>
    </message>
    <message>
      <source>The prose was written for this program from the specifications that each page names.</source>
      <translation>설명은 각 페이지에 적힌 규격을 읽고 이 프로그램을 위해 새로 썼습니다.</translation>
    </message>
    <message>
      <source>Found a wrong sentence?</source>
      <translation>틀린 문장을 찾았다면</translation>
    </message>
    <message>
      <source>Copy a correction: the page's file name and the sentence, ready to paste into a report.</source>
      <translation>페이지의 파일 이름과 문장을 복사해 알릴 곳에 붙여 넣을 수 있습니다.</translation>
    </message>
    <message>
      <source>Copy a correction</source>
      <translation>고칠 문장 복사</translation>
    </message>
    <message>
      <source>Licences</source>
      <translation>라이선스</translation>
    </message>
    <message>
      <source>Network</source>
      <translation>네트워크</translation>
    </message>
    <message>
      <source>This program never opens a network connection. Links open in your browser when you click them.</source>
      <translation>이 프로그램은 네트워크에 연결하지 않습니다. 링크는 눌렀을 때만 브라우저에서 열립니다.</translation>
    </message>
  </context>
  <context>
    <name>Errors</name>
    <message>
      <source>StatusRef cannot start: a file of its own is damaged.</source>
      <translation>StatusRef를 시작할 수 없습니다. 프로그램의 파일이 손상되었습니다.</translation>
    </message>
    <message>
      <source>StatusRef met an error of its own. Your data is safe.</source>
      <translation>StatusRef에 오류가 생겼습니다. 내 데이터는 안전합니다.</translation>
    </message>
    <message>
      <source>The report is also in {path}</source>
      <translation>보고서는 {path}에도 있습니다.</translation>
    </message>
    <message>
      <source>Copy report</source>
      <translation>보고서 복사</translation>
    </message>
  </context>
  <context>
    <name>FindBar</name>
    <message>
      <source>Find in page</source>
      <translation>페이지에서 찾기</translation>
    </message>
    <message>
      <source>Previous match</source>
      <translation>이전 일치</translation>
    </message>
    <message>
      <source>Next match</source>
      <translation>다음 일치</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>닫기</translation>
    </message>
    <message numerus="yes">
      <source>%n match(es)</source>
      <translation>
        <numerusform>%n곳 일치</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ListPanel</name>
    <message>
      <source>Status codes</source>
      <translation>상태 코드</translation>
    </message>
    <message>
      <source>No bookmarks yet. Ctrl+D bookmarks the code that is shown.</source>
      <translation>아직 즐겨찾기가 없습니다. Ctrl+D를 누르면 보고 있는 코드를 넣습니다.</translation>
    </message>
    <message>
      <source>Nothing in this class. Ctrl+1 shows all classes.</source>
      <translation>이 분류에는 없습니다. Ctrl+1을 누르면 전체에서 찾습니다.</translation>
    </message>
    <message>
      <source>Nothing matches.</source>
      <translation>일치하는 것이 없습니다.</translation>
    </message>
    <message>
      <source>The text is long: only its beginning was searched for.</source>
      <translation>글이 길어 앞부분만 찾았습니다.</translation>
    </message>
    <message>
      <source>No match. The nearest:</source>
      <translation>일치하는 것이 없어 가까운 것을 보여 줍니다.</translation>
    </message>
    <message>
      <source>No match. The codes everybody meets:</source>
      <translation>일치하는 것이 없어 핵심 코드를 보여 줍니다.</translation>
    </message>
  </context>
  <context>
    <name>LogImport</name>
    <message>
      <source>{path} cannot be read: {reason}</source>
      <translation>읽을 수 없는 파일: {path} ({reason})</translation>
    </message>
    <message numerus="yes">
      <source>Log of %Ln line(s)</source>
      <translation>
        <numerusform>로그 %Ln줄</numerusform>
      </translation>
    </message>
    <message>
      <source>No status code stands in it where logs have them.</source>
      <translation>로그에서 상태 코드가 놓이는 자리에 코드가 없습니다.</translation>
    </message>
  </context>
  <context>
    <name>LookupPage</name>
    <message>
      <source>Width of the list</source>
      <translation>목록 너비</translation>
    </message>
  </context>
  <context>
    <name>MessageBar</name>
    <message>
      <source>Dismiss</source>
      <translation>알림 닫기</translation>
    </message>
  </context>
  <context>
    <name>NotesPage</name>
    <message>
      <source>Notes</source>
      <translation>노트</translation>
    </message>
    <message>
      <source>Codes in this note</source>
      <translation>이 노트의 코드</translation>
    </message>
  </context>
  <context>
    <name>PageHeader</name>
    <message>
      <source>Bookmark</source>
      <translation>즐겨찾기</translation>
    </message>
    <message>
      <source>Copy code and phrase</source>
      <translation>코드 복사</translation>
    </message>
  </context>
  <context>
    <name>Preferences</name>
    <message>
      <source>Text size {size} %</source>
      <translation>글자 크기 {size} %</translation>
    </message>
  </context>
  <context>
    <name>Rail</name>
    <message>
      <source>Look up</source>
      <translation>찾기</translation>
    </message>
    <message>
      <source>Notes</source>
      <translation>노트</translation>
    </message>
    <message>
      <source>Study</source>
      <translation>학습</translation>
    </message>
  </context>
  <context>
    <name>RecentStrip</name>
    <message>
      <source>Recent</source>
      <translation>최근</translation>
    </message>
  </context>
  <context>
    <name>Session</name>
    <message>
      <source>Bookmarked {code}</source>
      <translation>{code} 즐겨찾기에 넣음</translation>
    </message>
    <message>
      <source>Bookmark of {code} removed</source>
      <translation>{code} 즐겨찾기에서 뺌</translation>
    </message>
    <message>
      <source>Copied: {text}</source>
      <translation>복사함: {text}</translation>
    </message>
  </context>
  <context>
    <name>SettingsPage</name>
    <message>
      <source>Settings</source>
      <translation>설정</translation>
    </message>
    <message>
      <source>Appearance</source>
      <translation>화면 밝기</translation>
    </message>
    <message>
      <source>System follows light and dark as the desktop sets it.</source>
      <translation>시스템은 데스크톱의 밝게·어둡게 설정을 따릅니다.</translation>
    </message>
    <message>
      <source>System</source>
      <translation>시스템</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>밝게</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>어둡게</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>언어</translation>
    </message>
    <message>
      <source>Korean meaning and English phrase are both shown in either.</source>
      <translation>어느 쪽이든 한국어 뜻과 영어 이름을 함께 보여 줍니다.</translation>
    </message>
    <message>
      <source>Font</source>
      <translation>글꼴</translation>
    </message>
    <message>
      <source>Pretendard comes with the program and has every Korean letter.</source>
      <translation>Pretendard는 프로그램에 들어 있고 모든 한글을 담고 있습니다.</translation>
    </message>
    <message>
      <source>System font</source>
      <translation>시스템 글꼴</translation>
    </message>
    <message>
      <source>Text size</source>
      <translation>글자 크기</translation>
    </message>
    <message>
      <source>Also Ctrl++, Ctrl+− and Ctrl+0.</source>
      <translation>Ctrl++, Ctrl+−, Ctrl+0으로도 바꿉니다.</translation>
    </message>
    <message>
      <source>What copying a code copies</source>
      <translation>코드를 복사하면</translation>
    </message>
    <message>
      <source>Your data lies in {path}</source>
      <translation>내 데이터가 있는 곳: {path}</translation>
    </message>
    <message>
      <source>Keyboard shortcuts</source>
      <translation>단축키</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>보기</translation>
    </message>
    <message>
      <source>About StatusRef</source>
      <translation>StatusRef 정보</translation>
    </message>
  </context>
  <context>
    <name>StatusLine</name>
    <message numerus="yes">
      <source>%n code(s)</source>
      <translation>
        <numerusform>%n개 코드</numerusform>
      </translation>
    </message>
    <message>
      <source>IANA registry of {date}</source>
      <translation>IANA 등록부 {date} 기준</translation>
    </message>
    <message>
      <source>Switch language</source>
      <translation>언어 바꾸기</translation>
    </message>
    <message>
      <source>System</source>
      <translation>시스템</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>밝게</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>어둡게</translation>
    </message>
    <message>
      <source>Switch appearance</source>
      <translation>화면 밝기 바꾸기</translation>
    </message>
  </context>
  <context>
    <name>TopBar</name>
    <message>
      <source>Back</source>
      <translation>뒤로</translation>
    </message>
    <message>
      <source>Forward</source>
      <translation>앞으로</translation>
    </message>
    <message>
      <source>Bookmarks only</source>
      <translation>즐겨찾기만 보기</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>설정</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>찾기</translation>
    </message>
    <message>
      <source>404 · not found · ㅊㅇ · Retry-After · 4xx · paste a log…</source>
      <translation>404 · not found · ㅊㅇ · Retry-After · 4xx · 로그 붙여넣기…</translation>
    </message>
    <message>
      <source>Clear</source>
      <translation>지우기</translation>
    </message>
  </context>
</TS>
