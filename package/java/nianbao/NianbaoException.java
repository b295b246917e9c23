package nianbao;

/** A call failed. Its text is Chinese, for people. Mistakes in the data are no failures: they are findings. */
public class NianbaoException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NianbaoException(String message) {
        super(message);
    }

    /** A value is wrong: no such rule, layout setting, option or output. */
    public static final class Usage extends NianbaoException {
        private static final long serialVersionUID = 1;

        Usage(String message) {
            super(message);
        }
    }

    /** The machine failed: no font, a file that cannot be read or written. */
    public static final class Failure extends NianbaoException {
        private static final long serialVersionUID = 1;

        Failure(String message) {
            super(message);
        }
    }

    /** The caller said so. Nothing was written, or of a command only the files before. */
    public static final class Cancelled extends NianbaoException {
        private static final long serialVersionUID = 1;

        Cancelled(String message) {
            super(message);
        }
    }

    /** A fault of the library. Please report it with its text. */
    public static final class Internal extends NianbaoException {
        private static final long serialVersionUID = 1;

        Internal(String message) {
            super(message);
        }
    }
}
