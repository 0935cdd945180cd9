package jenkins.model;

import hudson.model.Action;
import java.util.Collection;

public abstract class TransientActionFactory<T> implements hudson.ExtensionPoint {
    public abstract Class<T> type();

    public Class<? extends Action> actionType() {
        return Action.class;
    }

    public abstract Collection<? extends Action> createFor(T target);
}
