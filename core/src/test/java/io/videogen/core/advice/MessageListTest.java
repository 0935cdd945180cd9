package io.videogen.core.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Reads the sources, so that no text is forgotten in the list of those that can be translated. */
class MessageListTest {

    private static final String HEAD = """
            # What core says: each text is its own key. A copy of this file that is named for a language, such as
            # Message_de.properties, translates it; %s stands for a value, %2$s for the second of them.
            # MessageListTest writes this file: change the texts where they are said.
            """;

    @Test
    void the_list_holds_what_the_sources_say() throws IOException {
        Path list = Path.of("src/main/resources/io/videogen/core/advice/Message.properties");
        Path right = Path.of("target/Message.properties");
        Files.writeString(
                right,
                HEAD
                        + said().stream()
                                .map(text -> text.replaceAll("[\\\\ :=#!]", "\\\\$0") + " = "
                                        + text.replace("\\", "\\\\").replaceAll("^ ", "\\\\ ") + "\n")
                                .collect(Collectors.joining()));
        assertThat(Files.readString(list)).as("copy \"%s\" over it", right).isEqualTo(Files.readString(right));
    }

    private static Set<String> said() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> found = Files.walk(Path.of("src/main/java"))) {
            List<Path> sources =
                    found.filter(file -> file.toString().endsWith(".java")).toList();
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, List.of(), null, files.getJavaFileObjectsFromPaths(sources));
            List<CompilationUnitTree> units = new ArrayList<>();
            task.parse().forEach(units::add);
            Map<String, Integer> places = new HashMap<>();
            new Tellers(places).scan(units, null);
            Set<String> texts = new TreeSet<>();
            new Calls(places, texts).scan(units, null);
            return texts;
        }
    }

    /** Knows the class that it is in. */
    private abstract static class Classes extends TreeScanner<Void, Void> {
        final Deque<ClassTree> around = new ArrayDeque<>();

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            around.push(type);
            super.visitClass(type, nothing);
            around.pop();
            return null;
        }
    }

    /** Finds what takes a text and its values, {@code (…, String text, Object... values)}, and which argument is the text. */
    private static final class Tellers extends Classes {
        private final Map<String, Integer> places;

        Tellers(Map<String, Integer> places) {
            this.places = places;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            int text = method.getParameters().size() - 2;
            if (text >= 0 // and no template, whose words are texts of their own
                    && !method.getParameters().get(text).getName().contentEquals("template")
                    && method.getParameters().get(text).getType().toString().equals("String")
                    && method.getParameters().get(text + 1).toString().startsWith("Object... ")) {
                places.put(around.peek().getSimpleName() + "." + method.getName(), text);
            }
            return super.visitMethod(method, nothing);
        }
    }

    private static final class Calls extends Classes {
        private final Map<String, Integer> places;
        private final Set<String> texts;

        Calls(Map<String, Integer> places, Set<String> texts) {
            this.places = places;
            this.texts = texts;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            String called = call.getMethodSelect().toString();
            String name = called.substring(called.lastIndexOf('.') + 1);
            if (name.equals("super") && around.peek().getExtendsClause() != null) {
                collect(around.peek().getExtendsClause() + ".<init>", call.getArguments());
            } else if (name.equals("says")) {
                collect("Unsaid.says", call.getArguments());
            } else if (called.equals(name)) {
                around.forEach(type -> collect(type.getSimpleName() + "." + name, call.getArguments()));
            } else {
                collect(called, call.getArguments());
            }
            return super.visitMethodInvocation(call, nothing);
        }

        @Override
        public Void visitNewClass(NewClassTree made, Void nothing) {
            collect(made.getIdentifier() + ".<init>", made.getArguments());
            return super.visitNewClass(made, nothing);
        }

        private void collect(String teller, List<? extends ExpressionTree> arguments) {
            Integer place = places.get(teller);
            if (place == null
                    || arguments.size() <= place // another constructor, for the words of others
                    || arguments.get(arguments.size() - 1).toString().equals("values")) {
                return; // the values of a teller that is called itself
            }
            String text = constant(arguments.get(place));
            assertThat(text.replace("%%", "").split("%", -1))
                    .as("one %%s for each value in: %s", text)
                    .hasSize(arguments.size() - place)
                    .allMatch(part -> text.startsWith(part) || part.startsWith("s"));
            if (!text.equals("%s")) {
                texts.add(text);
            }
        }

        private static String constant(ExpressionTree text) {
            if (text instanceof LiteralTree literal && literal.getValue() instanceof String value) {
                return value;
            }
            return text instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS
                    ? constant(sum.getLeftOperand()) + constant(sum.getRightOperand())
                    : fail("a text is a constant, and its values follow it: %s", text);
        }
    }
}
