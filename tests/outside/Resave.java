import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** java @build/outside/resave FILE.xlsx NEW.xlsx...: Apache POI opens each workbook and saves it as another file. */
public class Resave {
    public static void main(String[] files) throws Exception {
        for (int i = 0; i + 1 < files.length; i += 2) {
            try (InputStream in = new FileInputStream(files[i]);
                 XSSFWorkbook book = new XSSFWorkbook(in);
                 OutputStream out = new FileOutputStream(files[i + 1])) {
                book.write(out);
            }
        }
    }
}
