package io.videogen.maven.report;

/** Sizes of files as people say them: {@code 850 bytes}, {@code 7.8 MB}. */
final class ByteCount {

    private static final String[] UNITS = {"bytes", "kB", "MB", "GB", "TB"};

    private ByteCount() {}

    /** Without String.format, for which a build with nothing to do would load its classes. */
    static String text(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 1000 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        return (unit == 0 ? Long.toString(bytes) : Double.toString(Math.round(value * 10) / 10.0)) + " " + UNITS[unit];
    }
}
