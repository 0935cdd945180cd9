package io.videogen.preview.clip;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The boxes of an MP4 file before its media data (ISO/IEC 14496-12): ftyp, moov with one H.264 track, head of mdat. */
final class Mp4Head {
    private static final int TIMESCALE = 24_000;
    private static final int[] IDENTITY = {0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000};

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    private final DataOutputStream out = new DataOutputStream(bytes);

    private interface Content {
        void write(DataOutputStream out) throws IOException;
    }

    private Mp4Head() {}

    /**
     * @param mediaBytes length of the media data that follows
     */
    static byte[] of(ClipSpec spec, long mediaBytes) throws IOException {
        int moovAt = box("ftyp", Mp4Head::fileType).length;
        int mediaHead = mediaBytes > Integer.MAX_VALUE ? 16 : 8;
        int mediaAt = moovAt + movie(spec, mediaBytes, 0).length + mediaHead;
        Mp4Head head = new Mp4Head();
        head.out.write(box("ftyp", Mp4Head::fileType));
        head.out.write(movie(spec, mediaBytes, mediaAt));
        if (mediaHead == 16) {
            head.out.writeInt(1);
            head.out.writeBytes("mdat");
            head.out.writeLong(mediaBytes + mediaHead);
        } else {
            head.out.writeInt((int) (mediaBytes + mediaHead));
            head.out.writeBytes("mdat");
        }
        return head.bytes.toByteArray();
    }

    private static byte[] box(String type, Content content) throws IOException {
        Mp4Head box = new Mp4Head();
        box.out.writeInt(0);
        box.out.writeBytes(type);
        content.write(box.out);
        byte[] all = box.bytes.toByteArray();
        ByteBuffer.wrap(all).putInt(0, all.length);
        return all;
    }

    private static byte[] fullBox(String type, int flags, Content content) throws IOException {
        return box(type, out -> {
            out.writeInt(flags);
            content.write(out);
        });
    }

    private static void fileType(DataOutputStream out) throws IOException {
        out.writeBytes("isom");
        out.writeInt(512);
        out.writeBytes("isomiso2avc1mp41");
    }

    private static byte[] movie(ClipSpec spec, long mediaBytes, int mediaAt) throws IOException {
        int duration = (int) Math.round(spec.seconds() * TIMESCALE);
        return box("moov", moov -> {
            moov.write(fullBox("mvhd", 0, out -> {
                out.writeLong(0);
                out.writeInt(TIMESCALE);
                out.writeInt(duration);
                out.writeInt(0x10000);
                out.writeShort(0x100);
                out.write(new byte[10]);
                matrix(out);
                out.write(new byte[24]);
                out.writeInt(2);
            }));
            moov.write(box("trak", trak -> {
                trak.write(fullBox("tkhd", 3, out -> {
                    out.writeLong(0);
                    out.writeInt(1);
                    out.writeInt(0);
                    out.writeInt(duration);
                    out.write(new byte[16]);
                    matrix(out);
                    out.writeInt(spec.size().width() << 16);
                    out.writeInt(spec.size().height() << 16);
                }));
                trak.write(media(spec, duration, mediaBytes, mediaAt));
            }));
        });
    }

    private static byte[] media(ClipSpec spec, int duration, long mediaBytes, int mediaAt) throws IOException {
        return box("mdia", mdia -> {
            mdia.write(fullBox("mdhd", 0, out -> {
                out.writeLong(0);
                out.writeInt(TIMESCALE);
                out.writeInt(duration);
                out.writeShort(0x55c4);
                out.writeShort(0);
            }));
            mdia.write(fullBox("hdlr", 0, out -> {
                out.writeInt(0);
                out.writeBytes("vide");
                out.write(new byte[12]);
                out.write("preview\0".getBytes(StandardCharsets.US_ASCII));
            }));
            mdia.write(box("minf", minf -> {
                minf.write(fullBox("vmhd", 1, out -> out.write(new byte[8])));
                minf.write(box(
                        "dinf",
                        dinf -> dinf.write(fullBox("dref", 0, out -> {
                            out.writeInt(1);
                            out.write(fullBox("url ", 1, self -> {}));
                        }))));
                minf.write(samples(spec, duration, mediaBytes, mediaAt));
            }));
        });
    }

    private static byte[] samples(ClipSpec spec, int duration, long mediaBytes, int mediaAt) throws IOException {
        return box("stbl", stbl -> {
            stbl.write(fullBox("stsd", 0, out -> {
                out.writeInt(1);
                out.write(box("avc1", avc -> {
                    avc.write(new byte[6]);
                    avc.writeShort(1);
                    avc.write(new byte[16]);
                    avc.writeShort(spec.size().width());
                    avc.writeShort(spec.size().height());
                    avc.writeInt(0x480000);
                    avc.writeInt(0x480000);
                    avc.writeInt(0);
                    avc.writeShort(1);
                    avc.write(new byte[32]);
                    avc.writeShort(24);
                    avc.writeShort(-1);
                    avc.write(box("avcC", out2 -> out2.write(new byte[] {1, 66, (byte) 192, 30, -1, -32, 0})));
                }));
            }));
            stbl.write(fullBox("stts", 0, out -> ints(out, 1, 1, duration)));
            stbl.write(fullBox("stsc", 0, out -> ints(out, 1, 1, 1, 1)));
            stbl.write(fullBox("stsz", 0, out -> ints(out, 0, 1, (int) Math.min(mediaBytes, Integer.MAX_VALUE))));
            stbl.write(fullBox("stco", 0, out -> ints(out, 1, mediaAt)));
        });
    }

    private static void matrix(DataOutputStream out) throws IOException {
        ints(out, IDENTITY);
    }

    private static void ints(DataOutputStream out, int... values) throws IOException {
        for (int value : values) {
            out.writeInt(value);
        }
    }
}
