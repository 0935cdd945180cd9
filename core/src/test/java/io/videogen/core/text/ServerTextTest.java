package io.videogen.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Any text in: no control, no command, no token out, and bounded. */
@Timeout(60)
class ServerTextTest {

    private static final String TOKEN = "sk-Pr0j_aB+c/D=very.secret~42";
    private static final Pattern ACTS =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\u2028\u2029]|##\\w*\\[|^\\s*::", Pattern.MULTILINE);
    /** What an attacker would put together, and what stands in between. */
    private static final List<String> PIECES = List.of(
            "##vso[task.setvariable variable=a]b",
            "##[add-path]/tmp",
            "##teamcity[x]",
            "###",
            "#",
            "[",
            "::set-env name=a::b",
            "::",
            ":",
            "\n",
            "\r\n",
            "\u001b[2J",
            "\u0085",
            "\u009b31m",
            "\u009d",
            "\u202e",
            "\u2066",
            "\u2028",
            "\u200b",
            "\ufeff",
            "\ud83d\ude00",
            "\ud83d",
            "\ude00",
            "\u0000",
            "\t",
            "https://u:p@host/path?sig=",
            "https:\\/\\/host\\/p?X-Amz-Signature=",
            "%",
            "%2",
            "\\",
            " ",
            "word",
            "\u00e4",
            "\u4e00");

    private final ServerText gate = ServerText.hiding(Optional.of(TOKEN));

    @RepeatedTest(10)
    void whateverComesInNothingThatActsGoesOut(RepetitionInfo turn) {
        Random random = new Random(turn.getCurrentRepetition());
        List<String> forms = forms();
        for (int i = 0; i < 400; i++) {
            StringBuilder text = new StringBuilder();
            for (int pieces = random.nextInt(12); pieces >= 0; pieces--) {
                int kind = random.nextInt(10);
                if (kind == 0) {
                    text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT));
                } else if (kind <= 2) {
                    text.append(forms.get(random.nextInt(forms.size())));
                } else if (kind == 3) {
                    text.append("x".repeat(random.nextInt(400)));
                } else {
                    text.append(PIECES.get(random.nextInt(PIECES.size())));
                }
            }
            int most = 1 + random.nextInt(300);

            String said = gate.said(text.toString(), most).toString();

            assertThat(said.length()).as("%s", text).isLessThanOrEqualTo(most + 3);
            assertThat(ACTS.matcher(said).find())
                    .as("\"%s\" of \"%s\"", said, text)
                    .isFalse();
            assertThat(said).doesNotContain("X-Amz-Signature=").doesNotContain("u:p@");
            forms.forEach(form -> assertThat(said.toLowerCase(Locale.ROOT))
                    .as("%s", text)
                    .doesNotContain(form.toLowerCase(Locale.ROOT)));
        }
    }

    private static List<String> forms() {
        byte[] bytes = TOKEN.getBytes(StandardCharsets.UTF_8);
        List<String> forms = new ArrayList<>(List.of(
                TOKEN,
                TOKEN.toLowerCase(Locale.ROOT),
                TOKEN.toUpperCase(Locale.ROOT),
                URLEncoder.encode(TOKEN, StandardCharsets.UTF_8),
                URLEncoder.encode(URLEncoder.encode(TOKEN, StandardCharsets.UTF_8), StandardCharsets.UTF_8),
                HexFormat.of().formatHex(bytes),
                TOKEN.replace("/", "\\/")));
        for (String before : List.of("", "u:", "Bearer ", "me:")) {
            byte[] all = (before + TOKEN).getBytes(StandardCharsets.UTF_8);
            forms.add(Base64.getEncoder().encodeToString(all));
            forms.add(Base64.getUrlEncoder().withoutPadding().encodeToString(all));
            forms.add(URLEncoder.encode(Base64.getEncoder().encodeToString(all), StandardCharsets.UTF_8));
        }
        StringBuilder percent = new StringBuilder();
        StringBuilder escaped = new StringBuilder();
        for (byte b : bytes) {
            percent.append(String.format("%%%02x", b));
            escaped.append(String.format("\\u%04X", b));
        }
        forms.add(percent.toString());
        forms.add(escaped.toString());
        return forms;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "##vso[task.complete]done | # #vso[task.complete]done",
                "a ##[add-path]/b | a # #[add-path]/b",
                "###teamcity[x] | ## #teamcity[x]",
                "::set-env name=a::b | : :set-env name=a::b",
                "std::string is C++, #1 [x] | std::string is C++, #1 [x]",
                "see https://a.example/b?c=d#e. | see https://a.example/b?...",
                "see https://me:pw@a.example/b | see https://a.example/b",
                "\u4e00\u53ea\u732b \ud83d\ude00 is fine | \u4e00\u53ea\u732b \ud83d\ude00 is fine"
            })
    void itReadsTheSame(String text, String said) {
        assertThat(gate.said(text, 200)).hasToString(said);
    }

    @Test
    void noHalfOfTheTokenIsLeftWhereATextIsCut() {
        for (String form : forms()) {
            for (int before = 0; before < 300; before += 7) {
                for (String gap : List.of("x", " ", "\u200b")) {
                    String said = gate.said(gap.repeat(before) + form + "\u001b".repeat(3000), 50)
                            .toString();
                    assertThat(said).doesNotContainIgnoringCase(form.substring(12, 20));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "sora-2:task_1", "models/veo/operations/x=", "\u4e00"})
    void whatIsSentBackPassesAsItCameOrNotAtAll(String id) {
        assertThat(gate.exactly(id, 100).map(Said::toString)).contains(id);
        assertThat(gate.exactly(id + "\u009b", 100)).isEmpty();
        assertThat(gate.exactly(id + TOKEN.toLowerCase(Locale.ROOT), 100)).isEmpty();
        assertThat(gate.exactly("x".repeat(101), 100)).isEmpty();
    }

    @Test
    void aTextThatDidNotPassCanNotBePrinted() {
        RawText raw = new RawText(TOKEN);

        assertThat("" + raw).doesNotContain(TOKEN).contains("29 characters");
        assertThat(gate.said(raw, 100)).hasToString("****");
    }

    @Test
    void eachHalfOfAKeyPairIsHidden() {
        ServerText pair = ServerText.hiding(Optional.of("access-key-1:secret-key-2"));

        assertThat(pair.said("a SECRET-KEY-2 b access-key-1:secret-key-2", 100)).hasToString("a **** b ****");
    }

    /** Sixteen megabytes, as the largest reply that is read. */
    @Test
    void aHugeTextIsNoWork() {
        String huge = "a=%".repeat(16 << 20 >> 2);
        for (int i = 0; i < 100; i++) {
            assertThat(gate.said(huge, 1000).toString()).hasSize(1003);
        }
    }
}
