<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
  <context>
    <name>FindBar</name>
    <message numerus="yes">
      <source>%n match(es)</source>
      <translation>
        <numerusform>%n match</numerusform>
        <numerusform>%n matches</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>LogImport</name>
    <message numerus="yes">
      <source>Log of %Ln line(s)</source>
      <translation>
        <numerusform>Log of %Ln line</numerusform>
        <numerusform>Log of %Ln lines</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>StatusLine</name>
    <message numerus="yes">
      <source>%n code(s)</source>
      <translation>
        <numerusform>%n code</numerusform>
        <numerusform>%n codes</numerusform>
      </translation>
    </message>
  </context>
</TS>
