<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <location filename="../../statusref/app/problems.py" line="18"/>
        <source>Your data file cannot be read and could not be moved; it is left as it is: {path}. Changes stay in memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/app/problems.py" line="21"/>
        <source>Your data file was damaged. It was set aside as {path}; a new one was begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/app/problems.py" line="23"/>
        <source>Your data file was damaged. It was set aside as {path}; a new one was begun. Newest good backup: {backup}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/app/problems.py" line="26"/>
        <source>Your data file cannot be written: {path}. Changes last until the window closes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/app/problems.py" line="28"/>
        <source>Another program holds your data file: {path}. Changes stay in memory until it lets go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/app/problems.py" line="30"/>
        <source>A newer StatusRef wrote your data file (version {version}): {path}. It is left untouched; changes are not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/app/problems.py" line="33"/>
        <source>The disk is full: {path}. What was saved is safe; new changes are kept in memory and tried again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/app/problems.py" line="35"/>
        <source>Your data file cannot be used: {path} ({reason}). Changes last until the window closes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AboutPage</name>
    <message>
        <location filename="../../statusref/views/about_page.py" line="45"/>
        <source>HTTP status codes in Korean and English, offline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/views/about_page.py" line="46"/>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/views/about_page.py" line="47"/>
        <source>IANA registry last updated {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/views/about_page.py" line="48"/>
        <source>Last compared with the registry {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/views/about_page.py" line="49"/>
        <source>The prose was written for this program from the specifications that each page names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/views/about_page.py" line="50"/>
        <source>Found a wrong sentence?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/views/about_page.py" line="51"/>
        <source>Copy a correction: the page&apos;s file name and the sentence, ready to paste into a report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/views/about_page.py" line="52"/>
        <source>Copy a correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/views/about_page.py" line="53"/>
        <source>Licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/views/about_page.py" line="58"/>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/views/about_page.py" line="59"/>
        <source>This program never opens a network connection. Links open in your browser when you click them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <location filename="../../statusref/app/action_table.py" line="14"/>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/app/action_table.py" line="15"/>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/app/action_table.py" line="16"/>
        <source>The code that is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/app/action_table.py" line="17"/>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/app/action_table.py" line="28"/>
        <source>Go to the search field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/app/action_table.py" line="29"/>
        <source>Clear the search, or step back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/app/action_table.py" line="30"/>
        <source>Move in the list while typing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/app/action_table.py" line="31"/>
        <source>Read the selected code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/app/action_table.py" line="33"/>
        <source>Bookmarks only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/app/action_table.py" line="34"/>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/app/action_table.py" line="35"/>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/app/action_table.py" line="36"/>
        <source>Next link, open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/app/action_table.py" line="37"/>
        <source>Find in page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/app/action_table.py" line="38"/>
        <source>Next and previous match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/app/action_table.py" line="39"/>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/app/action_table.py" line="40"/>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/app/action_table.py" line="41"/>
        <source>Normal text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/app/action_table.py" line="42"/>
        <source>Copy the selected text, else the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/app/action_table.py" line="43"/>
        <source>Copy the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/app/action_table.py" line="44"/>
        <source>Bookmark it or not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/app/action_table.py" line="45"/>
        <source>Copy a correction of its page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/app/action_table.py" line="46"/>
        <source>Look up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/app/action_table.py" line="47"/>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/app/action_table.py" line="48"/>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/app/action_table.py" line="49"/>
        <source>About StatusRef</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/app/action_table.py" line="50"/>
        <source>Switch between Korean and English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/app/action_table.py" line="51"/>
        <source>System, light, dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/app/action_table.py" line="52"/>
        <source>Show these keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/app/action_table.py" line="53"/>
        <source>Close the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/app/action_table.py" line="58"/>
        <source>All classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/app/action_table.py" line="59"/>
        <source>Essential codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/app/action_table.py" line="60"/>
        <source>1xx only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/app/action_table.py" line="61"/>
        <source>2xx only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/app/action_table.py" line="62"/>
        <source>3xx only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/app/action_table.py" line="63"/>
        <source>4xx only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/app/action_table.py" line="64"/>
        <source>5xx only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/app/action_table.py" line="65"/>
        <source>Unofficial only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/app/bootstrap.py" line="108"/>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <location filename="../../statusref/widgets/find_bar.py" line="63"/>
        <location filename="../../statusref/widgets/find_bar.py" line="64"/>
        <source>Find in page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/widgets/find_bar.py" line="65"/>
        <source>Previous match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/widgets/find_bar.py" line="66"/>
        <source>Next match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/widgets/find_bar.py" line="67"/>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../statusref/widgets/find_bar.py" line="97"/>
        <source>%n match(es)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogImport</name>
    <message>
        <location filename="../../statusref/app/log_import.py" line="46"/>
        <source>{path} cannot be read: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../statusref/app/log_import.py" line="66"/>
        <source>Log of %n line(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../statusref/app/log_import.py" line="73"/>
        <source>No status code stands in it where logs have them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LookupPage</name>
    <message>
        <location filename="../../statusref/views/lookup_page.py" line="245"/>
        <source>Width of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/views/lookup_page.py" line="246"/>
        <source>Status codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/views/lookup_page.py" line="312"/>
        <source>The text is long: only its beginning was searched for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/views/lookup_page.py" line="315"/>
        <source>No match. The nearest:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/views/lookup_page.py" line="317"/>
        <source>No match. The codes everybody meets:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/views/lookup_page.py" line="324"/>
        <source>No bookmarks yet. Ctrl+D bookmarks the code that is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/views/lookup_page.py" line="326"/>
        <source>Nothing in this class. Ctrl+1 shows all classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/views/lookup_page.py" line="328"/>
        <source>Nothing matches.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <location filename="../../statusref/widgets/message_bar.py" line="50"/>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotesPage</name>
    <message>
        <location filename="../../statusref/views/notes_page.py" line="124"/>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/views/notes_page.py" line="163"/>
        <source>Codes in this note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageHeader</name>
    <message>
        <location filename="../../statusref/views/page_header.py" line="74"/>
        <source>Bookmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/views/page_header.py" line="75"/>
        <source>Copy code and phrase</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <location filename="../../statusref/app/bootstrap.py" line="95"/>
        <source>Your settings file was damaged. It was set aside as {path}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <location filename="../../statusref/views/rail.py" line="66"/>
        <source>Look up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/views/rail.py" line="67"/>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecentStrip</name>
    <message>
        <location filename="../../statusref/views/recent_strip.py" line="59"/>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <location filename="../../statusref/app/session.py" line="182"/>
        <source>Bookmarked {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/app/session.py" line="185"/>
        <source>Bookmark of {code} removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/app/session.py" line="222"/>
        <source>Copied: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/app/session.py" line="280"/>
        <source>Text size {size} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <location filename="../../statusref/views/settings_page.py" line="91"/>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/views/settings_page.py" line="93"/>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/views/settings_page.py" line="94"/>
        <source>System follows light and dark as the desktop sets it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/views/settings_page.py" line="95"/>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/views/settings_page.py" line="95"/>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/views/settings_page.py" line="95"/>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/views/settings_page.py" line="98"/>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/views/settings_page.py" line="98"/>
        <source>Korean meaning and English phrase are both shown in either.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/views/settings_page.py" line="101"/>
        <source>Font</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/views/settings_page.py" line="101"/>
        <source>Pretendard comes with the program and has every Korean letter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/views/settings_page.py" line="101"/>
        <source>System font</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/views/settings_page.py" line="104"/>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/views/settings_page.py" line="104"/>
        <source>Also Ctrl++, Ctrl+− and Ctrl+0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/views/settings_page.py" line="107"/>
        <source>What copying a code copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/views/settings_page.py" line="111"/>
        <source>Your data lies in {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/views/settings_page.py" line="112"/>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/views/settings_page.py" line="112"/>
        <location filename="../../statusref/views/settings_page.py" line="113"/>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/views/settings_page.py" line="113"/>
        <source>About StatusRef</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <location filename="../../statusref/views/status_line.py" line="50"/>
        <source>%n code(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../statusref/views/status_line.py" line="69"/>
        <source>IANA registry of {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/views/status_line.py" line="71"/>
        <source>Switch language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/views/status_line.py" line="73"/>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/views/status_line.py" line="74"/>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/views/status_line.py" line="75"/>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/views/status_line.py" line="78"/>
        <source>Switch appearance</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <location filename="../../statusref/views/top_bar.py" line="37"/>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/views/top_bar.py" line="38"/>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/views/top_bar.py" line="39"/>
        <source>Bookmarks only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/views/top_bar.py" line="40"/>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/views/top_bar.py" line="42"/>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/views/top_bar.py" line="42"/>
        <source>404 · not found · ㅊㅇ · Retry-After · 4xx · paste a log…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../statusref/views/top_bar.py" line="42"/>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
