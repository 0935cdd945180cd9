package io.videogen.core.media;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Visits the boxes inside a box. Never recurses, so that depth is what the caller asks for. */
final class Boxes {

    private Boxes() {}

    /**
     * Hands over type and content of each direct child, up to the first that does not fit.
     *
     * @param parent content of the parent
     * @return whether the children fill the parent; QuickTime may end a list with four zero bytes
     */
    static boolean each(ByteBuffer parent, BiConsumer<String, ByteBuffer> child) {
        ByteBuffer rest = parent.slice();
        while (rest.remaining() >= 8) {
            Box box = Box.read(rest, rest.remaining());
            if (box == null || !box.isPlausible() || box.size() > rest.remaining()) {
                return false;
            }
            int size = (int) box.size();
            child.accept(box.type(), rest.slice(rest.position() + box.header(), size - box.header()));
            rest.position(rest.position() + size);
        }
        return rest.remaining() == 0 || rest.remaining() == 4 && rest.getInt() == 0;
    }

    static List<ByteBuffer> children(ByteBuffer parent, String type) {
        List<ByteBuffer> found = new ArrayList<>();
        each(parent, (name, content) -> {
            if (name.equals(type)) {
                found.add(content);
            }
        });
        return found;
    }
}
