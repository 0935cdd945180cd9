package hudson;

public class Util {
    public static String fixEmpty(String s) {
        return s == null || s.isEmpty() ? null : s;
    }

    public static String fixEmptyAndTrim(String s) {
        return s == null ? null : fixEmpty(s.trim());
    }

    public static String rawEncode(String s) {
        return java.net.URLEncoder.encode(s, java.nio.charset.StandardCharsets.UTF_8).replace("+", "%20");
    }

    public static void deleteRecursive(java.io.File dir) throws java.io.IOException {
        java.io.File[] children = dir.listFiles();
        for (java.io.File child : children == null ? new java.io.File[0] : children) {
            deleteRecursive(child);
        }
        java.nio.file.Files.deleteIfExists(dir.toPath());
    }
}
