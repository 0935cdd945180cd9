package io.videogen.preview.http;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Parameters of a header such as {@code form-data; name="a"; filename="b.png"}. */
final class HeaderParameters {
    private HeaderParameters() {}

    /** By lower-case name; quoted values unescaped, {@code name*=UTF-8''value} decoded. */
    static Map<String, String> of(String header) {
        Map<String, String> parameters = new LinkedHashMap<>();
        int at = header.indexOf(';');
        while (at >= 0 && at < header.length()) {
            int equals = header.indexOf('=', at);
            if (equals < 0) {
                break;
            }
            String name =
                    header.substring(at + 1, equals).replace(";", "").strip().toLowerCase(Locale.ROOT);
            StringBuilder value = new StringBuilder();
            at = equals + 1 < header.length() && header.charAt(equals + 1) == '"'
                    ? quoted(header, equals + 2, value)
                    : token(header, equals + 1, value);
            parameters.put(name, name.endsWith("*") ? extended(value.toString()) : browserEscapes(value.toString()));
        }
        return parameters;
    }

    private static int quoted(String header, int from, StringBuilder value) {
        int at = from;
        while (at < header.length() && header.charAt(at) != '"') {
            if (header.charAt(at) == '\\' && at + 1 < header.length()) {
                at++;
            }
            value.append(header.charAt(at++));
        }
        return header.indexOf(';', at);
    }

    private static int token(String header, int from, StringBuilder value) {
        int end = header.indexOf(';', from);
        value.append(header.substring(from, end < 0 ? header.length() : end).strip());
        return end;
    }

    private static String extended(String value) {
        String[] parts = value.split("'", 3);
        return parts.length == 3 ? Percent.decode(parts[2]) : value;
    }

    /** HTML's form encoding replaces these three, and only these, by percent escapes. */
    private static String browserEscapes(String value) {
        return value.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n");
    }
}
