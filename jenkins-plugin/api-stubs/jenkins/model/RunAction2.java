package jenkins.model;

import hudson.model.Run;

public interface RunAction2 extends hudson.model.Action {
    void onAttached(Run<?, ?> r);

    void onLoad(Run<?, ?> r);
}
