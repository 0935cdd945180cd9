new File(basedir, 'target').deleteDir()
