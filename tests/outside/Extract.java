import java.io.File;
import java.io.PrintStream;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Extract FILE: the text as PDFBox reads it, and its warnings on standard error. */
public class Extract {
    public static void main(String[] words) throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        try (PDDocument document = PDDocument.load(new File(words[0]))) {
            new PrintStream(System.out, true, "UTF-8").print(new PDFTextStripper().getText(document));
        }
    }
}
