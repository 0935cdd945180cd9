import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Plays four bars of plucked tones into a WAV file. */
public final class Tune {

    private static final int RATE = 48_000;
    private static final double SECONDS_A_TONE = 0.25;
    /** Semitones above A3. */
    private static final int[] TONES = {
        0, 7, 12, 16, 12, 7, 0, 7, -4, 3, 8, 12, 8, 3, -4, 3, -9, -2, 3, 7, 3, -2, -9, -2, -2, 5, 10, 14, 10, 5, -2, 5
    };

    private Tune() {}

    public static void main(String[] arguments) throws IOException {
        File file = new File(arguments[0]).getAbsoluteFile();
        Files.createDirectories(file.getParentFile().toPath());
        double[] sound = new double[(int) (RATE * SECONDS_A_TONE * (TONES.length + 4))];
        for (int i = 0; i < TONES.length; i++) {
            pluck(sound, (int) (i * SECONDS_A_TONE * RATE), 220 * Math.pow(2, TONES[i] / 12.0));
        }
        ByteBuffer samples = ByteBuffer.allocate(sound.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : sound) {
            samples.putShort((short) (Math.tanh(value) * 24_000));
        }
        AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
        try (AudioInputStream stream =
                new AudioInputStream(new ByteArrayInputStream(samples.array()), format, sound.length)) {
            AudioSystem.write(stream, AudioFileFormat.Type.WAVE, file);
        }
    }

    private static void pluck(double[] sound, int at, double frequency) {
        for (int i = 0; i < RATE && at + i < sound.length; i++) {
            double time = (double) i / RATE;
            double wave = Math.sin(2 * Math.PI * frequency * time) + 0.4 * Math.sin(4 * Math.PI * frequency * time);
            sound[at + i] += 0.35 * wave * Math.exp(-4 * time) * Math.min(1, time * 200);
        }
    }
}
