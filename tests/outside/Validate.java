import java.io.FileInputStream;
import java.io.InputStream;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Validate FLAVOURS=FILE ...: veraPDF's verdict on each file by each flavour (2a,ua1=report.pdf). For each, a line "FILE FLAVOUR ok ASSERTIONS",
 * or a line for each rule that is not met: "FILE FLAVOUR CLAUSE-TEST MESSAGE", with tabs between. One virtual machine for all files.
 */
public class Validate {
    public static void main(String[] words) {
        Logger.getLogger("").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        for (String word : words) {
            int equals = word.indexOf('=');
            String file = word.substring(equals + 1);
            for (String flavour : word.substring(0, equals).split(",")) {
                try {
                    validate(file, PDFAFlavour.byFlavourId(flavour));
                } catch (Exception error) {
                    System.out.printf("%s\t%s\tunreadable\t%s%n", file, flavour, error);
                }
            }
        }
    }

    static void validate(String file, PDFAFlavour flavour) throws Exception {
        try (InputStream in = new FileInputStream(file);
             PDFAParser parser = Foundries.defaultInstance().createParser(in, flavour);
             PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            if (result.isCompliant()) System.out.printf("%s\t%s\tok\t%d%n", file, flavour.getId(), result.getTotalAssertions());
            TreeSet<String> told = new TreeSet<>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() != TestAssertion.Status.FAILED) continue;
                String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
                if (told.add(rule)) System.out.printf("%s\t%s\t%s\t%s%n", file, flavour.getId(), rule, assertion.getMessage().replaceAll("\\s+", " "));
            }
        }
    }
}
