package io.videogen.film.graph;

import io.videogen.film.cut.Placed;
import io.videogen.film.media.MediaFacts;
import io.videogen.film.model.Colour;
import io.videogen.film.model.Content;
import io.videogen.film.model.Fit;
import io.videogen.film.model.Motion;
import io.videogen.film.model.Size;
import java.util.Locale;

/**
 * The filters that bring what a file holds to the film's frame: turned upright and to square pixels, in the film's rate,
 * size and colours (BT.709 in studio range).
 */
final class PictureChain {

    /** Footage that ends a little earlier than it says is held; one that ends much earlier is an error. */
    private static final double HELD_SECONDS = 0.5;
    /** A blurred background needs no detail. */
    private static final int COARSE = 8;

    /** What a moving camera leaves out of a picture. */
    private static final double CUT = 0.13;
    /** Of a picture that a camera moves over. */
    private static final int WIDEST = 6144;

    private static final String FLAGS = "flags=bicubic+accurate_rnd";

    private final Look look;
    private final String label;

    /**
     * @param label unique in the graph
     */
    PictureChain(Look look, String label) {
        this.look = look;
        this.label = label;
    }

    /** A title's background, once. */
    String title() {
        return background() + ",trim=end_frame=1" + colours();
    }

    /** A picture again and again. */
    String repeated(long frames) {
        return repeated() + trimmed(frames);
    }

    private String repeated() {
        return "loop=loop=-1:size=1,setpts=N/(" + look.rate() + ")/TB,fps=fps=" + look.rate();
    }

    /** Moving pictures whose first frame is wanted at time 0; frames before it have negative times. */
    String footage(String input, Placed shot, Content.Footage footage, long frames) {
        MediaFacts.Picture picture = shot.media().flatMap(MediaFacts::picture).orElseThrow();
        String tempo = footage.speed() == 1 ? "" : "setpts=PTS/" + number(footage.speed()) + ",";
        String rate = "fps=fps=" + look.rate() + ":start_time=0,";
        boolean fewer =
                picture.rate().perSecond() * footage.speed() >= look.rate().perSecond();
        return input + (picture.interlaced() ? "bwdif=mode=send_frame," : "") + tempo + (fewer ? rate : "")
                + fitted(picture, shot) + (fewer ? "" : "," + rate.substring(0, rate.length() - 1))
                + ",tpad=stop_mode=clone:stop_duration=" + HELD_SECONDS + colours() + trimmed(frames);
    }

    /** A picture that is scaled once and then shown again and again. */
    String still(String input, Placed shot, Content.Still still, long from, long frames) {
        MediaFacts.Picture picture = shot.media().flatMap(MediaFacts::picture).orElseThrow();
        boolean moving = still.motion() != Motion.NONE;
        // A camera moves in whole pixels, which is seen unless they are small.
        PictureChain large = moving ? new PictureChain(enlarged(), label) : this;
        return input + large.fitted(picture, shot) + (moving ? ",format=yuv444p" : "")
                + "," + repeated()
                + (moving ? camera(still.motion(), from, shot.frames()) : "") + colours() + trimmed(frames);
    }

    private Look enlarged() {
        int times = Math.max(2, Math.min(4, WIDEST / look.size().width()));
        Size size = new Size(look.size().width() * times, look.size().height() * times);
        return new Look(size, look.rate(), look.fit(), look.background());
    }

    private String colours() {
        return ",format=yuv420p,setsar=1,setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709";
    }

    private static String trimmed(long frames) {
        return ",trim=end_frame=" + frames;
    }

    private String fitted(MediaFacts.Picture picture, Placed shot) {
        Size frame = look.size();
        Size size = picture.size();
        double across = (double) frame.width() / size.width();
        double down = (double) frame.height() / size.height();
        Fit fit = shot.shot().fit().orElse(look.fit());
        if (picture.transparent()) {
            return onColour(picture, fit == Fit.COVER ? Math.max(across, down) : Math.min(across, down));
        }
        // A bar of a few pixels helps nobody.
        if (Math.abs(across / down - 1) < 0.01) {
            return sized(picture, frame);
        }
        if (fit == Fit.COVER) {
            return sized(picture, times(size, Math.max(across, down))) + ",crop=" + box(frame);
        }
        Size inner = times(size, Math.min(across, down));
        if (look.background().isPresent()) {
            return sized(picture, inner) + ",pad=" + box(frame) + ":-1:-1:color="
                    + look.background().get();
        }
        return onBlur(picture, inner, times(size, Math.max(across, down)));
    }

    private String onBlur(MediaFacts.Picture picture, Size inner, Size outer) {
        Size frame = look.size();
        Size coarse = new Size(frame.width() / COARSE / 2 * 2, frame.height() / COARSE / 2 * 2);
        Size source = Size.rounded(
                Math.max(coarse.width(), outer.width() / (double) COARSE),
                Math.max(coarse.height(), outer.height() / (double) COARSE));
        return sized(picture, inner) + ",split[" + label + "in][" + label + "out];[" + label + "out]scale="
                + box(source) + ",crop=" + box(coarse) + ",gblur=sigma=" + number(coarse.height() * 0.05)
                + ",lutyuv=y='16+(val-16)*0.6':u='128+(val-128)*0.6':v='128+(val-128)*0.6',scale=" + box(frame)
                + ":flags=bicubic[" + label + "back];[" + label
                + "back][" + label + "in]overlay=(W-w)/2:(H-h)/2";
    }

    private String onColour(MediaFacts.Picture picture, double scale) {
        Size inner = times(picture.size(), scale);
        String back = "[" + label + "back]";
        String front = "[" + label + "front]";
        return scaled(inner, picture.matrix()) + ",format=yuva420p" + front + ";" + background() + ",format=yuv420p"
                + back + ";" + back + front + "overlay=(W-w)/2:(H-h)/2:shortest=1";
    }

    /** By way of RGB: asked for YUV, the filter takes BT.601. */
    private String background() {
        return "color=c=" + look.background().orElse(Colour.NIGHT) + ":s=" + look.size() + ":r=" + look.rate()
                + ",format=rgb24," + scaled(look.size(), "bt709");
    }

    private static String sized(MediaFacts.Picture picture, Size size) {
        if (picture.highDynamicRange()) {
            return "zscale=w=" + size.width() + ":h=" + size.height()
                    + ":t=linear:npl=100,format=gbrpf32le,zscale=p=bt709,tonemap=tonemap=hable:desat=0,"
                    + "zscale=t=bt709:m=bt709:r=limited,format=yuv420p";
        }
        return scaled(size, picture.matrix());
    }

    private static String scaled(Size size, String matrix) {
        return "scale=" + box(size) + ":in_color_matrix=" + matrix + ":out_color_matrix=bt709:out_range=tv:" + FLAGS;
    }

    /** Moves between the whole picture and a part of it, slowly at both ends. */
    private String camera(Motion motion, long from, long frames) {
        String time = "((on+" + from + ")/" + Math.max(1, frames - 1) + ")";
        String eased = "(" + time + "*" + time + "*(3-2*" + time + "))";
        String cut = number(CUT);
        String zoomed =
                switch (motion) {
                    case ZOOM_IN -> cut + "*" + eased;
                    case ZOOM_OUT -> cut + "*(1-" + eased + ")";
                    default -> cut;
                };
        String across =
                switch (motion) {
                    case PAN_LEFT -> "(1-" + eased + ")";
                    case PAN_RIGHT -> eased;
                    default -> "0.5";
                };
        String down =
                switch (motion) {
                    case PAN_UP -> "(1-" + eased + ")";
                    case PAN_DOWN -> eased;
                    default -> "0.5";
                };
        return ",zoompan=d=1:fps=" + look.rate() + ":s=" + look.size() + ":z='1/(1-" + zoomed + ")':x='iw*" + zoomed
                + "*" + across + "':y='ih*" + zoomed + "*" + down + "'";
    }

    private static Size times(Size size, double factor) {
        return Size.rounded(size.width() * factor, size.height() * factor);
    }

    private static String box(Size size) {
        return size.width() + ":" + size.height();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
