import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.Calendar;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/**
 * Sign FILE OUT CERTIFICATE KEY: PDFBox signs the empty field "seal" with a PAdES signature (ETSI.CAdES.detached), made by openssl, and writes the file
 * with its update.
 * Sign FILE: a line for each signature: its field, its kind, "whole" or "part" of the file, and what openssl says of it.
 */
public class Sign {
    public static void main(String[] words) throws Exception {
        Logger.getLogger("").setLevel(Level.SEVERE);
        if (words.length == 1) list(new File(words[0]));
        else sign(words);
    }

    static void sign(String[] words) throws IOException {
        try (PDDocument document = PDDocument.load(new File(words[0]));
             OutputStream out = new FileOutputStream(words[1])) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(COSName.getPDFName("ETSI.CAdES.detached"));
            signature.setSignDate(Calendar.getInstance());
            PDSignatureField field =
                (PDSignatureField) document.getDocumentCatalog().getAcroForm().getField("seal");
            field.getCOSObject().setItem(COSName.V, signature);
            PDAnnotationWidget widget = field.getWidgets().get(0);
            PDRectangle place = widget.getRectangle();
            COSBase look = widget.getCOSObject().getItem(COSName.AP);
            document.addSignature(signature,
                content
                -> run(content, "openssl", "cms", "-sign", "-cades", "-binary", "-outform", "DER",
                    "-md", "sha256", "-signer", words[2], "-inkey", words[3]));
            widget.setRectangle(place);  // PDFBox hides a field without an image of the signature
            widget.getCOSObject().setItem(COSName.AP, look);
            document.saveIncremental(out);
        }
    }

    static void list(File file) throws IOException {
        try (PDDocument document = PDDocument.load(file)) {
            for (PDSignatureField field : document.getSignatureFields()) {
                PDSignature signature = field.getSignature();
                if (signature == null) {
                    System.out.printf("%s: empty%n", field.getFullyQualifiedName());
                    continue;
                }
                byte[] bytes = Files.readAllBytes(file.toPath());
                int[] range = signature.getByteRange();
                File cms = File.createTempFile("nianbao", ".p7s");
                try (OutputStream out = new FileOutputStream(cms)) {
                    out.write(signature.getContents(bytes));
                }
                byte[] content = signature.getSignedContent(bytes);
                boolean valid = true;
                try {
                    run(new ByteArrayInputStream(content), "openssl", "cms", "-verify", "-noverify",
                        "-binary", "-inform", "DER", "-in", cms.getPath(), "-content",
                        "/dev/stdin");
                } catch (IOException refused) {
                    valid = false;
                }
                cms.delete();
                System.out.printf("%s: %s, %s, %s%n", field.getFullyQualifiedName(),
                    signature.getSubFilter(),
                    range[2] + range[3] == bytes.length ? "whole" : "part",
                    valid ? "valid" : "not valid");
            }
        }
    }

    /** What a program writes, given what it reads. */
    static byte[] run(InputStream content, String... words) throws IOException {
        Process process =
            new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        Thread giver = new Thread(() -> {
            try (OutputStream in = process.getOutputStream()) {
                content.transferTo(in);
            } catch (IOException ended) {
            }
        });
        giver.start();
        byte[] out = process.getInputStream().readAllBytes();
        try {
            giver.join();
            if (process.waitFor() != 0) throw new IOException(words[0] + " refused");
        } catch (InterruptedException ended) {
            throw new IOException(ended);
        }
        return out;
    }
}
