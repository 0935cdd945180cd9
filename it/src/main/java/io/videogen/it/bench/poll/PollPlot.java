package io.videogen.it.bench.poll;

import java.util.List;
import java.util.Locale;

/**
 * Draws delay against requests, both logarithmic, so that each product is a straight line. Plain SVG that a browser and
 * GitHub show, light and dark.
 */
final class PollPlot {

    private static final int WIDTH = 560;
    private static final int HEIGHT = 520;
    private static final int LEFT = 64;
    private static final int TOP = 84;
    private static final int PLOT_WIDTH = 470;
    private static final int PLOT_HEIGHT = 370;

    private static final double LEAST_REQUESTS = 1.5;
    private static final double MOST_REQUESTS = 200;
    private static final double LEAST_DELAY = 0.25;
    private static final double MOST_DELAY = 40;
    private static final double[] REQUEST_TICKS = {2, 5, 10, 20, 50, 100, 200};
    private static final double[] DELAY_TICKS = {0.5, 1, 2, 5, 10, 20};

    private PollPlot() {}

    /** One schedule's cost. */
    record Point(String name, boolean ours, double requests, double delay) {}

    /**
     * One distribution of job lengths.
     *
     * @param limit least product without progress values
     * @param points schedules, each labelled
     * @param family ours for several shortest waits
     */
    record Panel(String title, double limit, List<Point> points, List<Point> family) {}

    static String svg(List<Panel> panels) {
        StringBuilder svg = new StringBuilder();
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">
                <style>
                  .paper { fill: #ffffff } .ink { fill: #1f2328 } .grid { stroke: #d8dee4 } .frame { stroke: #8c959f; fill: none }
                  .limit { stroke: #cf222e; fill: none; stroke-width: 2 } .barred { fill: #cf222e; fill-opacity: 0.07 }
                  .red { fill: #cf222e } .ours { fill: #0969da } .family { stroke: #0969da; fill: none; stroke-dasharray: 4 3 }
                  .other { fill: #6e7781 }
                </style>
                <rect class="paper" width="100%%" height="100%%"/>
                <text class="ink" x="%d" y="26" font-size="16" font-weight="bold">Delay against requests, per job; below left is better</text>
                """.formatted(WIDTH * panels.size(), HEIGHT, LEFT));
        for (int i = 0; i < panels.size(); i++) {
            svg.append("<g transform=\"translate(").append(i * WIDTH).append(",0)\">\n");
            panel(svg, panels.get(i));
            svg.append("</g>\n");
        }
        return svg.append("</svg>\n").toString();
    }

    private static void panel(StringBuilder svg, Panel panel) {
        text(svg, "ink", LEFT, 52, "start", "Job lengths: " + panel.title());
        for (double tick : REQUEST_TICKS) {
            line(svg, "grid", x(tick), TOP, x(tick), TOP + PLOT_HEIGHT);
            text(svg, "ink", x(tick), TOP + PLOT_HEIGHT + 16.0, "middle", number(tick));
        }
        for (double tick : DELAY_TICKS) {
            line(svg, "grid", LEFT, y(tick), LEFT + PLOT_WIDTH, y(tick));
            text(svg, "ink", LEFT - 6.0, y(tick) + 4, "end", number(tick));
        }
        text(svg, "ink", LEFT + PLOT_WIDTH / 2.0, TOP + PLOT_HEIGHT + 36.0, "middle", "requests per job");
        text(svg, "ink", LEFT - 44.0, TOP - 12.0, "start", "seconds from completion to discovery");
        limit(svg, panel.limit());
        svg.append(format(
                "<rect class=\"frame\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>%n",
                LEFT, TOP, PLOT_WIDTH, PLOT_HEIGHT));
        StringBuilder family = new StringBuilder();
        panel.family().forEach(point -> family.append(format("%.1f,%.1f ", x(point.requests()), y(point.delay()))));
        svg.append("<polyline class=\"family\" points=\"")
                .append(family.toString().strip())
                .append("\"/>\n");
        List<Point> points = panel.points();
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            String style = point.ours() ? "ours" : "other";
            svg.append(format(
                    "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"4.5\"/>%n",
                    style, x(point.requests()), y(point.delay())));
        }
        labels(svg, points);
    }

    /** What no schedule can reach is tinted. */
    private static void limit(StringBuilder svg, double product) {
        double left = Math.max(LEAST_REQUESTS, product / MOST_DELAY);
        double right = Math.min(MOST_REQUESTS, product / LEAST_DELAY);
        svg.append(format(
                "<polygon class=\"barred\" points=\"%.1f,%.1f %.1f,%.1f %.1f,%.1f %d,%d %d,%.1f\"/>%n",
                x(left),
                y(product / left),
                x(right),
                y(product / right),
                x(right),
                (double) TOP + PLOT_HEIGHT,
                LEFT,
                TOP + PLOT_HEIGHT,
                LEFT,
                y(product / left)));
        line(svg, "limit", x(left), y(product / left), x(right), y(product / right));
        text(
                svg,
                "red",
                LEFT + 8.0,
                TOP + PLOT_HEIGHT - 10.0,
                "start",
                format("only with honest progress values: below %.1f s x requests", product));
    }

    /** Points that lie close together get their labels one below the other. */
    private static void labels(StringBuilder svg, List<Point> points) {
        List<Point> sorted = points.stream()
                .sorted((one, other) -> Double.compare(y(one.delay()), y(other.delay())))
                .toList();
        double lastX = Double.NEGATIVE_INFINITY;
        double lastY = Double.NEGATIVE_INFINITY;
        for (Point point : sorted) {
            double x = x(point.requests());
            double at = y(point.delay()) + 4;
            if (Math.abs(x - lastX) < 100) {
                at = Math.max(at, lastY + 14);
            }
            boolean right = x < LEFT + PLOT_WIDTH * 0.7;
            text(svg, point.ours() ? "ours" : "ink", x + (right ? 9 : -9), at, right ? "start" : "end", label(point));
            lastX = x;
            lastY = at;
        }
    }

    private static String label(Point point) {
        return format("%s (%.1f)", point.name(), point.requests() * point.delay());
    }

    private static double x(double requests) {
        return LEFT + PLOT_WIDTH * Math.log(requests / LEAST_REQUESTS) / Math.log(MOST_REQUESTS / LEAST_REQUESTS);
    }

    private static double y(double delay) {
        return TOP + PLOT_HEIGHT * Math.log(MOST_DELAY / delay) / Math.log(MOST_DELAY / LEAST_DELAY);
    }

    private static void line(StringBuilder svg, String style, double x1, double y1, double x2, double y2) {
        svg.append(format(
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n", style, x1, y1, x2, y2));
    }

    private static void text(StringBuilder svg, String style, double x, double y, String anchor, String words) {
        svg.append(format(
                "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", style, x, y, anchor, words));
    }

    private static String number(double value) {
        return value < 1 ? format("%.1f", value) : format("%.0f", value);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern.replace("%n", "\n"), values);
    }
}
