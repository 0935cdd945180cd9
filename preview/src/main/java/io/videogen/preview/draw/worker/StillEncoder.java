package io.videogen.preview.draw.worker;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_QSCALE;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;

/** Writes a frame as JPEG. */
final class StillEncoder {
    private StillEncoder() {}

    /**
     * @param frame in yuvj420p
     */
    static void encode(AVFrame frame, Path target) throws IOException {
        AVCodec encoder = Av.present(avcodec_find_encoder_by_name("mjpeg"), "find its JPEG encoder");
        AVCodecContext codec = Av.present(avcodec_alloc_context3(encoder), "make an encoder");
        AVPacket packet = Av.present(av_packet_alloc(), "make a packet");
        try {
            codec.width(frame.width());
            codec.height(frame.height());
            codec.time_base(avutil.av_make_q(1, 1));
            codec.pix_fmt(frame.format());
            codec.flags(codec.flags() | AV_CODEC_FLAG_QSCALE);
            codec.global_quality(4 * avutil.FF_QP2LAMBDA);
            Av.check(avcodec_open2(codec, encoder, (AVDictionary) null), "encode a JPEG");
            frame.quality(codec.global_quality());
            Av.check(avcodec_send_frame(codec, frame), "encode a JPEG");
            Av.check(avcodec_send_frame(codec, null), "encode a JPEG");
            Av.check(avcodec_receive_packet(codec, packet), "encode a JPEG");
            byte[] bytes = new byte[packet.size()];
            packet.data().get(bytes);
            Files.write(target, bytes);
        } finally {
            av_packet_free(packet);
            avcodec_free_context(codec);
        }
    }
}
