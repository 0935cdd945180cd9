package io.videogen.it.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table of what was measured, and the limits it was held against. */
public final class Result {

    private final String title;
    private final List<String> columns;
    private final List<List<String>> rows = new ArrayList<>();
    private final ArrayNode goals = JsonNodeFactory.instance.arrayNode();
    private final ObjectNode data = JsonNodeFactory.instance.objectNode();

    public Result(String title, String... columns) {
        this.title = title;
        this.columns = List.of(columns);
    }

    /** Adds a row; numbers are printed with what digits they need. */
    public Result row(Object... cells) {
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(cell instanceof Double number ? format(number) : String.valueOf(cell));
        }
        rows.add(row);
        return this;
    }

    /** Holds a value against the most that it may be. */
    public Result atMost(String what, double measured, double limit, String unit) {
        return goal(what, measured, "<=", limit, unit, measured <= limit);
    }

    /** Holds a value against the least that it may be. */
    public Result atLeast(String what, double measured, double limit, String unit) {
        return goal(what, measured, ">=", limit, unit, measured >= limit);
    }

    private Result goal(String what, double measured, String relation, double limit, String unit, boolean met) {
        goals.addObject()
                .put("goal", what)
                .put("measured", measured)
                .put("relation", relation)
                .put("limit", limit)
                .put("unit", unit)
                .put("met", met);
        return this;
    }

    /** The single measurements behind the table, for the JSON file alone. */
    public ObjectNode data() {
        return data;
    }

    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("title", title);
        ArrayNode table = json.putArray("table");
        for (List<String> row : rows) {
            ObjectNode line = table.addObject();
            for (int i = 0; i < row.size(); i++) {
                line.put(columns.get(i), row.get(i));
            }
        }
        json.set("goals", goals);
        json.set("data", data);
        return json;
    }

    /** A Markdown table and a list of goals. */
    String toText() {
        int[] widths = new int[columns.size()];
        List<List<String>> all = new ArrayList<>();
        all.add(columns);
        all.addAll(rows);
        for (List<String> row : all) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder("## ").append(title).append("\n\n");
        line(text, columns, widths);
        text.append('|');
        for (int width : widths) {
            text.append("-".repeat(width + 2)).append('|');
        }
        text.append('\n');
        rows.forEach(row -> line(text, row, widths));
        text.append('\n');
        goals.forEach(goal -> text.append(goal.path("met").asBoolean() ? "- met: " : "- MISSED: ")
                .append(goal.path("goal").asText())
                .append(": ")
                .append(format(goal.path("measured").asDouble()))
                .append(' ')
                .append(goal.path("unit").asText())
                .append(", ")
                .append(goal.path("relation").asText().equals("<=") ? "at most " : "at least ")
                .append(format(goal.path("limit").asDouble()))
                .append('\n'));
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> row, int[] widths) {
        text.append('|');
        for (int i = 0; i < row.size(); i++) {
            text.append(' ')
                    .append(row.get(i))
                    .append(" ".repeat(widths[i] - row.get(i).length() + 1))
                    .append('|');
        }
        text.append('\n');
    }

    private static String format(double number) {
        double size = Math.abs(number);
        return String.format(Locale.ROOT, size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f", number);
    }
}
