package io.videogen.core.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
            Set<String> texts = new TreeSet<>();
            for (CompilationUnitTree unit : task.parse()) {
                new Calls(texts).scan(unit, null);
            }
            return texts;
        }
    }

    private static final class Calls extends TreeScanner<Void, Void> {
        private final Set<String> texts;

        Calls(Set<String> texts) {
            this.texts = texts;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            if (call.getMethodSelect().toString().matches("Message\\.(of|text)")) {
                String text = constant(call.getArguments().get(0));
                assertThat(text.replace("%%", "").split("%", -1))
                        .as("one %%s for each value in: %s", text)
                        .hasSameSizeAs(call.getArguments())
                        .allMatch(part -> text.startsWith(part) || part.startsWith("s"));
                texts.add(text);
            }
            return super.visitMethodInvocation(call, nothing);
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
