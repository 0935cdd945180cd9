package io.videogen.preview.draw.worker;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import io.videogen.preview.clip.ClipSpec;
import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/** Encodes one card, with a bar that grows from frame to frame, as H.264 in MP4. */
final class ClipEncoder implements AutoCloseable {
    private static final String MARK = "Videogen preview: drawn locally, not a generated video";

    private final ClipSpec spec;
    private final AVFormatContext container;
    private final AVCodecContext codec;
    private final AVStream stream;
    private final AVPacket packet;

    private ClipEncoder(ClipSpec spec, Path target) throws IOException {
        this.spec = spec;
        container = new AVFormatContext(null);
        Av.check(avformat_alloc_output_context2(container, null, "mp4", target.toString()), "make an MP4 file");
        // OpenH264 is the one H.264 encoder of FFmpeg's LGPL builds that needs no hardware.
        AVCodec encoder = Av.present(avcodec_find_encoder_by_name("libopenh264"), "find its H.264 encoder libopenh264");
        codec = Av.present(avcodec_alloc_context3(encoder), "make an encoder");
        AVRational tick = avutil.av_make_q(1, ClipSpec.FPS);
        codec.width(spec.size().width());
        codec.height(spec.size().height());
        codec.time_base(tick);
        codec.framerate(avutil.av_make_q(ClipSpec.FPS, 1));
        codec.pix_fmt(AV_PIX_FMT_YUV420P);
        codec.gop_size(ClipSpec.FPS * 2);
        codec.bit_rate(
                Math.max(200_000L, (long) spec.size().width() * spec.size().height() * 2));
        codec.thread_count(Math.min(2, Runtime.getRuntime().availableProcessors()));
        codec.flags(codec.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        Av.check(avcodec_open2(codec, encoder, (AVDictionary) null), "encode " + spec.size() + " as H.264");
        stream = Av.present(avformat_new_stream(container, null), "make a video track");
        stream.time_base(tick);
        stream.avg_frame_rate(codec.framerate());
        Av.check(avcodec_parameters_from_context(stream.codecpar(), codec), "describe the video track");
        packet = Av.present(av_packet_alloc(), "make a packet");
        open(target);
    }

    private void open(Path target) throws IOException {
        AVIOContext io = new AVIOContext(null);
        Av.check(avio_open(io, target.toString(), AVIO_FLAG_WRITE), "write " + target);
        container.pb(io);
        AVDictionary metadata = new AVDictionary(null);
        av_dict_set(metadata, "title", "Videogen preview", 0);
        av_dict_set(metadata, "comment", MARK, 0);
        container.metadata(metadata);
        AVDictionary options = new AVDictionary(null);
        av_dict_set(options, "movflags", "+faststart", 0);
        int code = avformat_write_header(container, options);
        av_dict_free(options);
        Av.check(code, "begin the MP4 file");
    }

    /**
     * @param frame the card in yuv420p; drawn into
     */
    static void encode(ClipSpec spec, AVFrame frame, Card.Box bar, Path target) throws IOException {
        try (ClipEncoder encoder = new ClipEncoder(spec, target)) {
            encoder.frames(frame, bar);
        }
    }

    private void frames(AVFrame frame, Card.Box bar) throws IOException {
        int frames = spec.frames();
        int done = 0;
        // The filter marks its frame as a key frame; asked for on every frame, that would make each one large.
        frame.pict_type(avutil.AV_PICTURE_TYPE_NONE);
        for (int i = 0; i < frames; i++) {
            Av.check(av_frame_make_writable(frame), "draw a frame");
            int filled = (int) ((long) bar.width() * (i + 1) / frames) / 2 * 2;
            fill(frame, bar, done, filled);
            done = filled;
            frame.pts(i);
            frame.duration(1);
            Av.check(avcodec_send_frame(codec, frame), "encode a frame");
            drain();
        }
        Av.check(avcodec_send_frame(codec, null), "end the encoding");
        drain();
        Av.check(av_write_trailer(container), "finish the MP4 file");
    }

    private void drain() throws IOException {
        while (true) {
            int code = avcodec_receive_packet(codec, packet);
            if (code == AVERROR_EAGAIN() || code == avutil.AVERROR_EOF) {
                return;
            }
            Av.check(code, "encode a frame");
            packet.duration(1);
            av_packet_rescale_ts(packet, codec.time_base(), stream.time_base());
            packet.stream_index(stream.index());
            Av.check(av_interleaved_write_frame(container, packet), "write a frame (is the disk full?)");
        }
    }

    private static void fill(AVFrame frame, Card.Box bar, int from, int to) {
        int[] colour = Tint.yuv(bar.rgb());
        for (int plane = 0; plane < 3 && to > from; plane++) {
            int half = plane == 0 ? 1 : 2;
            BytePointer data = frame.data(plane);
            for (int y = bar.y() / half; y < (bar.y() + bar.height()) / half; y++) {
                long at = (long) y * frame.linesize(plane) + (bar.x() + from) / half;
                BytePointer.memset(data.getPointer(at), colour[plane], (to - from) / half);
            }
        }
    }

    @Override
    public void close() {
        av_packet_free(packet);
        avcodec_free_context(codec);
        AVIOContext io = container.pb();
        if (io != null) {
            avio_closep(io);
        }
        avformat_free_context(container);
    }
}
