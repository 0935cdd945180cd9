package io.videogen.core.output;

import io.videogen.core.VideogenException;
import io.videogen.core.advice.Message;
import java.util.regex.Pattern;

/** Checks that a name can become a file on every system. */
public final class FileNames {

    /** Leaves room for a number, an extension and file systems that count bytes. */
    private static final int LONGEST = 200;

    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Pattern RESERVED_ON_WINDOWS =
            Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?", Pattern.CASE_INSENSITIVE);

    private FileNames() {}

    /**
     * Checks one.
     *
     * @param what bears the name, such as {@code video}
     * @throws VideogenException if it can not be the stem of a file
     */
    public static void check(String what, String name) {
        if (!SAFE.matcher(name).matches()) {
            throw invalid(
                    "unsafe_name",
                    what,
                    name,
                    "is not safe as a file name. Use letters, digits, \".\", \"_\" and \"-\", and begin with"
                            + " a letter or digit");
        }
        if (name.endsWith(".")) {
            throw invalid("unsafe_name", what, name, "ends with a dot, which Windows drops");
        }
        if (RESERVED_ON_WINDOWS.matcher(name).matches()) {
            throw invalid("unsafe_name", what, name, "is the name of a device on Windows");
        }
        if (name.length() > LONGEST) {
            throw invalid("unsafe_name", what, name, "is longer than %s characters", LONGEST);
        }
    }

    /** The error of a name that can not be used. */
    public static VideogenException invalid(String code, String what, String name, String why, Object... values) {
        return VideogenException.invalid(code)
                .says("The %s name \"%s\" %s. Choose another name.", what, name, Message.text(why, values));
    }
}
