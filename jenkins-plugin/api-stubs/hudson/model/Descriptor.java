package hudson.model;

public abstract class Descriptor<T extends Describable<T>> implements Saveable {
    public final Class<? extends T> clazz;

    protected Descriptor(Class<? extends T> clazz) {
        this.clazz = clazz;
    }

    protected Descriptor() {
        this.clazz = null;
    }

    public boolean configure(org.kohsuke.stapler.StaplerRequest2 req, net.sf.json.JSONObject json)
            throws FormException {
        throw new UnsupportedOperationException("stub");
    }

    public String getDisplayName() {
        throw new UnsupportedOperationException("stub");
    }

    public T newInstance(org.kohsuke.stapler.StaplerRequest2 req, net.sf.json.JSONObject formData)
            throws FormException {
        throw new UnsupportedOperationException("stub");
    }

    /** Nothing is stored outside Jenkins. */
    public void load() {}

    /** Nothing is stored outside Jenkins. */
    @Override
    public void save() {}

    public static final class FormException extends Exception {
        private static final long serialVersionUID = 1L;

        public FormException(String message, String formField) {
            super(message);
        }
    }
}
