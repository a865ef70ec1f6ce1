import Formats
import Testing

@Test func tablesAreAlignedWithoutBlanksAtTheEnd() {
  var table = TextTable("NAME", "N", "TEXT", numbers: [1])
  #expect(table.isEmpty && table.text == "NAME  N  TEXT\n")
  table.append("é", "10", "a longer text")
  table.append("second", "", "")
  #expect(
    table.text == """
      NAME     N  TEXT
      é       10  a longer text
      second   -  -

      """)
}
