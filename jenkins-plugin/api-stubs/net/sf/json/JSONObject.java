package net.sf.json;

import java.util.Set;

public final class JSONObject {
    public Object get(String key) {
        throw new UnsupportedOperationException("stub");
    }

    public Set<?> keySet() {
        throw new UnsupportedOperationException("stub");
    }

    public Object remove(String key) {
        throw new UnsupportedOperationException("stub");
    }
}
