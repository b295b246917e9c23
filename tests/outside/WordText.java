import java.io.FileInputStream;
import java.io.InputStream;
import java.io.PrintStream;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** java @build/outside/wordText FILE.docx: the paragraphs and cells as Apache POI reads them, each a line. */
public class WordText {
    public static void main(String[] files) throws Exception {
        PrintStream out = new PrintStream(System.out, true, "UTF-8");
        try (InputStream in = new FileInputStream(files[0]); XWPFDocument document = new XWPFDocument(in)) {
            for (IBodyElement element : document.getBodyElements()) {
                if (element instanceof XWPFParagraph) out.println(flat(((XWPFParagraph) element).getText()));
                if (!(element instanceof XWPFTable)) continue;
                for (XWPFTableRow row : ((XWPFTable) element).getRows())
                    for (XWPFTableCell cell : row.getTableCells()) out.println(flat(cell.getText()));
            }
        }
    }

    private static String flat(String text) { return text.replaceAll("\\s+", ""); }
}
